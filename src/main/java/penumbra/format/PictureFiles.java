package penumbra.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Which files count as pictures. Nothing that a label file names is opened unless it is one.
final class PictureFiles {

    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "png", "bmp", "tif", "tiff", "webp");

    private PictureFiles() {}

    static boolean named(Path file) {
        return file.getFileName() != null && EXTENSIONS.contains(SourceFiles.extension(file));
    }

    static boolean present(Path file) {
        return named(file) && Files.isRegularFile(file);
    }
}
