package penumbra.format.skeleton;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import penumbra.format.Excerpt;
import penumbra.format.Refusal;

/// Where a picture may lie that an annotation file names.
///
/// A relative name is looked for from the annotation file's folder, its `images` folder, the
/// `images` folder beside it, and its parent; an absolute name or an address is taken as it is and
/// then, because data move, by its file name alone. Nothing is opened here.
final class PicturePlaces {

    private static final int MAX_LENGTH = 4096;
    private static final Pattern ELSEWHERE =
            Pattern.compile("([A-Za-z]:|/|[A-Za-z][A-Za-z0-9+.-]*://).*");
    private static final Pattern UPLOAD_PREFIX = Pattern.compile("^[0-9a-f]{8}-(?=.)");

    private PicturePlaces() {}

    /// @param line of the name, for the refusal
    /// @throws Refusal if the name is blank or cannot be a path
    static String checked(int line, String name) throws Refusal {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new Refusal(line, "picture-name", Excerpt.of(name));
        }
        try {
            places(Path.of("/"), name.replace('\\', '/'), "");
            return name;
        } catch (InvalidPathException e) {
            throw new Refusal(line, "picture-name", Excerpt.of(name));
        }
    }

    /// @param folder of the annotation file
    /// @param name as written and checked; backslashes count as slashes
    /// @param subset folder below `images` to look in as well; empty for none
    /// @return where the picture may lie, the likeliest place first
    static List<Path> of(Path folder, String name, String subset) {
        return places(folder, name.replace('\\', '/'), subset);
    }

    private static List<Path> places(Path folder, String name, String subset) {
        Set<Path> places = new LinkedHashSet<>();
        if (!ELSEWHERE.matcher(name).matches()) {
            below(folder, name, subset, places);
            return List.copyOf(places);
        }
        if (!name.contains("://")) {
            places.add(folder.resolve(name).normalize());
        }
        String decoded = decoded(name);
        int query = decoded.indexOf("?d=");
        String relative = query >= 0 ? decoded.substring(query + 3) : "";
        if (!relative.isBlank() && !ELSEWHERE.matcher(relative).matches()) {
            below(folder, relative, subset, places);
        }
        String last = decoded.substring(decoded.lastIndexOf('/') + 1);
        below(folder, last, subset, places);
        below(folder, UPLOAD_PREFIX.matcher(last).replaceFirst(""), subset, places);
        return List.copyOf(places);
    }

    private static void below(Path folder, String name, String subset, Set<Path> places) {
        Path parent = folder.getParent() == null ? folder : folder.getParent();
        places.add(folder.resolve(name).normalize());
        places.add(folder.resolve("images").resolve(name).normalize());
        places.add(parent.resolve("images").resolve(name).normalize());
        if (!subset.isBlank()) {
            places.add(folder.resolve("images").resolve(subset).resolve(name).normalize());
            places.add(parent.resolve("images").resolve(subset).resolve(name).normalize());
            places.add(parent.resolve(subset).resolve(name).normalize());
        }
        places.add(parent.resolve(name).normalize());
    }

    private static String decoded(String name) {
        try {
            return name.indexOf('%') < 0
                    ? name
                    : URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
