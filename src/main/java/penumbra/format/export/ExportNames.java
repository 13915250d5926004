package penumbra.format.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names for pictures of many folders in one folder.
///
/// A picture keeps its name where it can. The pictures of a sequence whose name prefix another
/// folder's sequence has already taken get the name of their folder in front, all of them, so that
/// the sequences stay apart. A number in front tells apart what is left, such as `a.jpg` and
/// `a.png`, which would share one label file. Letter case does not tell names apart.
final class ExportNames {

    private ExportNames() {}

    /// The name of each path, in the given order; all stems differ.
    ///
    /// @param paths with forward slashes
    static List<String> of(List<String> paths) {
        Map<String, String> owners = new HashMap<>();
        Set<String> stems = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String path : paths) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            String folder = path.substring(0, path.length() - name.length());
            String prefix = SequenceSplit.sequence(path).substring(folder.length());
            String owner = owners.computeIfAbsent(folded(prefix), _ -> folder);
            boolean kept = owner.equals(folder) || folder.isEmpty();
            String wanted = kept ? name : Path.of(folder).getFileName() + "_" + name;
            String free = wanted;
            for (int n = 2; !stems.add(stem(free)); n++) {
                free = n + "_" + wanted;
            }
            names.add(free);
        }
        return List.copyOf(names);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return folded(dot < 0 ? name : name.substring(0, dot));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
