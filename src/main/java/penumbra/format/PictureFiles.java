package penumbra.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which files count as pictures. Nothing that a label file names is opened unless it is one.
public final class PictureFiles {

    private static final List<String> EXTENSIONS =
            List.of("png", "jpg", "jpeg", "bmp", "tif", "tiff", "webp");

    private PictureFiles() {}

    /// Whether the name is that of a picture.
    public static boolean named(Path file) {
        return file.getFileName() != null && EXTENSIONS.contains(SourceFiles.extension(file));
    }

    /// The names that a picture may have of which only the stem is known.
    public static List<String> withAnyType(String stem) {
        return EXTENSIONS.stream()
                .flatMap(e -> Stream.of(e, e.toUpperCase(Locale.ROOT)))
                .map(e -> stem + "." + e)
                .toList();
    }

    /// Whether the name is that of a picture and the file is there.
    public static boolean present(Path file) {
        return named(file) && Files.isRegularFile(file);
    }
}
