package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import penumbra.data.DecodedImage;
import penumbra.data.DrawnTargets;
import penumbra.data.ImageWriter;
import penumbra.format.SourceFiles;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Pictures with what was found drawn in, each under the name that it has below the root; other
/// forms than JPEG with `.jpg` behind it.
///
/// @param folder new, so that no picture is written over
/// @param root folder of the pictures, absolute
record SavedPictures(Path folder, Path root, Schema schema) {

    private static final int QUALITY = 95;

    void write(Path file, Integer frame, DecodedImage picture, List<Target> targets)
            throws IOException {
        Path place = folder.resolve(name(file, frame));
        Files.createDirectories(place.getParent());
        DecodedImage drawn = new DrawnTargets(schema).draw(picture, targets);
        Files.write(place, ImageWriter.jpeg(drawn.size(), drawn.argb(), QUALITY));
    }

    private Path name(Path file, Integer frame) {
        if (frame != null) {
            return Path.of(
                    String.format(Locale.ROOT, "%s_%06d.jpg", SourceFiles.stem(file), frame));
        }
        Path absolute = file.toAbsolutePath().normalize();
        Path below = absolute.startsWith(root) ? root.relativize(absolute) : absolute.getFileName();
        return SourceFiles.extension(file).matches("jpe?g")
                ? below
                : below.resolveSibling(below.getFileName() + ".jpg");
    }
}
