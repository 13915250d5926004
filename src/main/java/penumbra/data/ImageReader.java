package penumbra.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.geometry.Size;

/// Reads JPEG, PNG, BMP, TIFF (its first page) and WebP pictures, told apart by their content and
/// not by their names; never writes one. Safe for use by any number of threads.
///
/// Both methods apply the EXIF orientation, so both speak of the picture px in which labels live.
/// They agree: a picture that is read has the size that was stated for it.
///
/// JPEG goes through libturbojpeg where the machine has it (the system property
/// `penumbra.turbojpeg=off` forbids it), everything else and the rest through ImageIO.
public final class ImageReader {

    private ImageReader() {}

    /// Width and height after EXIF orientation, from the header alone; the pixels are not looked at
    /// and may turn out to be broken.
    ///
    /// @throws PictureException if the file is missing, is no picture, or claims more than 2^28
    ///   pixels
    public static Size size(Path file) throws PictureException {
        return PictureHeader.read(file).size();
    }

    /// The pixels, upright, at 8 bits a channel.
    ///
    /// Grey becomes equal R, G and B; of 16-bit samples the high byte is kept; alpha is ignored, as
    /// are colour profiles and gamma, because trainers see the samples as they are stored. Of a
    /// damaged or truncated file the result holds what could be decoded and says so.
    ///
    /// @throws PictureException if [#size] throws, if no pixel can be decoded, or if the picture
    ///   does not fit into memory
    public static DecodedImage read(Path file) throws PictureException {
        PictureHeader header = PictureHeader.read(file);
        try {
            return header.orientation().apply(stored(file, header));
        } catch (IOException e) {
            throw PictureException.of(file, "unreadable", PictureException.reason(e)).because(e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Thrown by one oversized allocation or by a library's recursion over broken bytes;
            // both are over when they arrive here.
            throw PictureException.of(file, "memory", header.stored()).because(e);
        }
    }

    private static DecodedImage stored(Path file, PictureHeader header)
            throws IOException, PictureException {
        if (header.format() == PictureFormat.JPEG) {
            Optional<TurboJpeg> turbo = TurboJpeg.installed();
            if (turbo.isPresent()) {
                Optional<DecodedImage> decoded = turbo.get().decode(file, header.stored());
                if (decoded.isPresent()) {
                    return decoded.get();
                }
            }
        }
        return ImageIoDecoder.decode(file, header);
    }
}
