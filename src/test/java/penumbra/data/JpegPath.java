package penumbra.data;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The two ways by which a JPEG file is decoded.
enum JpegPath {
    TURBO {
        @Override
        DecodedImage decode(Path file) throws IOException, PictureException {
            return library().decode(file, PictureHeader.read(file).stored()).orElseThrow();
        }
    },
    IMAGE_IO {
        @Override
        DecodedImage decode(Path file) throws IOException, PictureException {
            return ImageIoDecoder.decode(file, PictureHeader.read(file));
        }
    };

    abstract DecodedImage decode(Path file) throws IOException, PictureException;

    /// The library of this machine; where there is none, the test is skipped and says so.
    static TurboJpeg library() {
        Assumptions.assumeTrue(
                TurboJpeg.installed().isPresent(), "needs libturbojpeg on this machine");
        return TurboJpeg.installed().orElseThrow();
    }
}
