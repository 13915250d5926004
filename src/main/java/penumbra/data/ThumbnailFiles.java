package penumbra.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;
import penumbra.file.Sha256;

/// Small copies of pictures, kept as JPEG files in a folder under a name that changes with path,
/// length and time of change of the picture. They are a cache: whatever goes wrong with them, the
/// thumbnail is made anew from the picture.
///
/// @param folder where they are kept; made when it is missing
/// @param side longest side of a thumbnail, px
/// @param decoder reads the pictures
record ThumbnailFiles(Path folder, int side, PictureCache.Decoder decoder) {

    private static final int QUALITY = 90;

    /// The thumbnail of a picture, from the folder or made and put there.
    ///
    /// @throws PictureException if there is none and the picture cannot be read
    DecodedImage load(Path picture) throws PictureException {
        Optional<Path> file = file(picture);
        Optional<DecodedImage> kept = file.flatMap(ThumbnailFiles::read);
        if (kept.isPresent()) {
            return kept.get();
        }
        DecodedImage whole = decoder.decode(picture);
        DecodedImage small = AreaAverage.shrink(whole, AreaAverage.within(whole.size(), side));
        if (file.isPresent() && small.complete()) {
            write(file.get(), small);
        }
        return small;
    }

    private static Optional<DecodedImage> read(Path file) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ImageReader.read(file)).filter(DecodedImage::complete);
        } catch (PictureException e) {
            return Optional.empty();
        }
    }

    /// Not forced to the disk: a file that a power cut leaves broken is made anew.
    private static void write(Path file, DecodedImage small) {
        Path part = file.resolveSibling(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try {
                Files.write(part, ImageWriter.jpeg(small.size(), small.argb(), QUALITY));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // A full or forbidden disk costs time, not the thumbnail.
        }
    }

    /// Where the thumbnail belongs; empty when the picture is not there.
    private Optional<Path> file(Path picture) {
        try {
            BasicFileAttributes now = Files.readAttributes(picture, BasicFileAttributes.class);
            String key =
                    String.join(
                            "\n",
                            picture.toAbsolutePath().normalize().toString(),
                            Long.toString(now.size()),
                            now.lastModifiedTime().toString(),
                            Integer.toString(side));
            String name = Sha256.hex(key.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
            return Optional.of(folder.resolve(name.substring(0, 2)).resolve(name + ".jpg"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
