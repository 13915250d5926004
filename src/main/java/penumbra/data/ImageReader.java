package penumbra.data;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import penumbra.geometry.Size;

/// Reads pictures; never writes one.
public final class ImageReader {

    private ImageReader() {}

    /// Width and height after EXIF orientation, from the header alone.
    ///
    /// @throws PictureException if the file is missing or is no picture
    public static Size size(Path file) throws PictureException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new PictureException(file + " is no picture");
            }
            var reader = readers.next();
            reader.setInput(in);
            return new Size(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | IllegalArgumentException e) {
            throw new PictureException(file + " is no picture", e);
        }
    }
}
