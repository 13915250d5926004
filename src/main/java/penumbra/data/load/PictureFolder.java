package penumbra.data.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import penumbra.data.input.RgbImage;
import penumbra.file.AtomicFile;
import penumbra.geometry.Size;

/// Decoded pictures in the files of a folder: three bytes a pixel, red first, rows from the top,
/// and the checksum of them in four more. A file is named by the hash of the picture's content and
/// its size in pixels; one that is damaged is as good as missing. The folder may be deleted at any
/// time.
///
/// @param place made when the first picture comes
public record PictureFolder(Path place) {

    private static final int CHECKSUM = Integer.BYTES;

    /// What is kept.
    ///
    /// @param contentHash of the picture's file
    /// @param size of the pixels that are kept
    record Key(String contentHash, Size size) {

        int bytes() {
            return 3 * size.width() * size.height();
        }
    }

    /// @return empty if there is none, or what is there cannot be read
    Optional<RgbImage> read(Key key) {
        byte[] content;
        try {
            content = Files.readAllBytes(file(key));
        } catch (IOException e) {
            return Optional.empty();
        }
        if (content.length != key.bytes() + CHECKSUM
                || ByteBuffer.wrap(content).getInt(key.bytes()) != checksum(content, key.bytes())) {
            return Optional.empty();
        }
        int[] rgb = new int[key.bytes() / 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] =
                    (content[3 * i] & 0xFF) << 16
                            | (content[3 * i + 1] & 0xFF) << 8
                            | content[3 * i + 2] & 0xFF;
        }
        return Optional.of(new RgbImage(key.size().width(), key.size().height(), rgb));
    }

    /// @throws IOException if it cannot be written; then nothing was
    void write(Key key, RgbImage image) throws IOException {
        byte[] content = new byte[key.bytes() + CHECKSUM];
        for (int i = 0; i < image.rgb().length; i++) {
            content[3 * i] = (byte) (image.rgb()[i] >> 16);
            content[3 * i + 1] = (byte) (image.rgb()[i] >> 8);
            content[3 * i + 2] = (byte) image.rgb()[i];
        }
        ByteBuffer.wrap(content).putInt(key.bytes(), checksum(content, key.bytes()));
        Files.createDirectories(place);
        AtomicFile.write(file(key), content);
    }

    private Path file(Key key) {
        return place.resolve(key.contentHash() + "-" + key.size() + ".rgb");
    }

    private static int checksum(byte[] content, int length) {
        CRC32C sum = new CRC32C();
        sum.update(content, 0, length);
        return (int) sum.getValue();
    }
}
