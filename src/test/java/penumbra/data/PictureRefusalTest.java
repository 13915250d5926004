package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static penumbra.data.Pictures.encode;
import static penumbra.data.Pictures.gradient;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Size;

/// Whatever is wrong with a file, one sentence says so.
class PictureRefusalTest {

    @TempDir private Path folder;

    @Test
    void aMissingFile() {
        Path file = folder.resolve("gone.jpg");
        assertRefused(
                file, file + " does not exist; check the path and that its disk is connected.");
    }

    @Test
    void aFolder() {
        assertRefused(folder, folder + " is a folder; name a picture inside it.");
    }

    @Test
    void anEmptyFile() throws Exception {
        Path file = file(new byte[0]);
        assertRefused(
                file, file + " is empty (0 bytes); copy it again from its source or leave it out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0.5 0.5 0.1 0.1\n", "G", "BN", "RIFF1234WAVE", "GIF89a"})
    void aFileThatIsNoPicture(String text) throws Exception {
        Path file = file(Pictures.ascii(text));
        assertRefused(
                file,
                file
                        + " does not begin like a JPEG, PNG, BMP, TIFF or WebP picture;"
                        + " convert it to one of them or leave it out.");
    }

    @ParameterizedTest
    @CsvSource({
        "jpeg, 20, it ends too early",
        "png, 20, it ends too early",
        "bmp, 20, it ends too early",
        "tiff, 7, it ends too early",
    })
    void aHeaderThatBreaksOff(String format, int length, String reason) throws Exception {
        Path file = file(Arrays.copyOf(encode(format, gradient(30, 20)), length));
        assertRefused(file, damagedHeader(file, format, reason));
    }

    @Test
    void aHeaderWithoutAPicture() throws Exception {
        byte[] noFrame = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};
        Path jpeg = file(noFrame);
        assertRefused(jpeg, damagedHeader(jpeg, "jpeg", "no frame header before the first scan"));

        byte[] noSides = encode("png", gradient(30, 20));
        ByteBuffer.wrap(noSides).putInt(16, 0);
        Path png = file(noSides);
        assertRefused(png, damagedHeader(png, "png", "a size needs positive sides: 0 x 20"));

        byte[] otherChunk = encode("png", gradient(30, 20));
        otherChunk[12] = 'X';
        png = file(otherChunk);
        assertRefused(png, damagedHeader(png, "png", "the first chunk is not IHDR"));

        byte[] otherWebp = Pictures.WEBP_LOSSY.clone();
        otherWebp[15] = 'Z';
        Path webp = file(otherWebp);
        assertRefused(webp, damagedHeader(webp, "webp", "its first chunk holds no picture"));

        byte[] noTags = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Path tiff = file(noTags);
        assertRefused(tiff, damagedHeader(tiff, "tiff", "it states no width or no height"));

        byte[] lowest = encode("bmp", gradient(30, 20));
        ByteBuffer.wrap(lowest).order(ByteOrder.LITTLE_ENDIAN).putInt(22, Integer.MIN_VALUE);
        Path bmp = file(lowest);
        assertThat(catchThrowable(() -> ImageReader.size(bmp)))
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith(bmp + " has a damaged BMP header (");
    }

    @Test
    void morePixelsThanAPictureMayHave() throws Exception {
        byte[] png = encode("png", gradient(30, 20));
        ByteBuffer.wrap(png).putInt(16, 16_385).putInt(20, 16_384);
        Path file = file(png);
        assertRefused(
                file,
                file
                        + " claims 16385x16384 pixels, more than the 268 million that a picture"
                        + " may have; scale it down or leave it out.");
    }

    @Test
    void morePixelsThanTheFileCanHold() throws Exception {
        byte[] png = encode("png", gradient(30, 20));
        ByteBuffer.wrap(png).putInt(16, 16_384).putInt(20, 16_384);
        Path file = file(png);
        assertRefused(
                file,
                file
                        + " claims 16384x16384 pixels, which its "
                        + png.length
                        + " bytes cannot hold; copy it again from its source or leave it out.");
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 300", "png, 45", "bmp, 54", "tiff, 900"})
    void pixelsOfWhichNoneCanBeDecoded(String format, int length) throws Exception {
        Path file = file(Arrays.copyOf(encode(format, gradient(30, 20)), length));
        assertThat(ImageReader.size(file)).isEqualTo(new Size(30, 20));
        assertThat(catchThrowable(() -> ImageReader.read(file)))
                .isInstanceOf(PictureException.class)
                .message()
                .startsWith(file.toString())
                .endsWith("; copy it again from its source or leave it out.")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void aJpegOfSoManyScansThatItWouldTakeMinutes(String turbo) throws Exception {
        byte[] jpeg = encode("jpeg", gradient(30, 20), null, true);
        int last = jpeg.length - 2;
        while ((jpeg[last] & 0xff) != 0xff || (jpeg[last + 1] & 0xff) != 0xda) {
            last--;
        }
        byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        byte[] scans = new byte[500 * scan.length];
        for (int i = 0; i < 500; i++) {
            System.arraycopy(scan, 0, scans, i * scan.length, scan.length);
        }
        Path file = file(Pictures.inserted(jpeg, last, scans));
        System.setProperty("penumbra.turbojpeg", turbo);
        try {
            assertThat(catchThrowable(() -> ImageReader.read(file)))
                    .isInstanceOf(PictureException.class)
                    .hasMessageContaining("(it has more than 500 scans)");
        } finally {
            System.clearProperty("penumbra.turbojpeg");
        }
    }

    private static String damagedHeader(Path file, String format, String reason) {
        return file
                + " has a damaged "
                + format.toUpperCase(Locale.ROOT)
                + " header ("
                + reason
                + "); copy it again from its source or leave it out.";
    }

    private Path file(byte[] bytes) throws IOException {
        Path file = folder.resolve("picture.jpg");
        Files.write(file, bytes);
        return file;
    }

    private static void assertRefused(Path file, String sentence) {
        assertThat(catchThrowable(() -> ImageReader.size(file)))
                .isInstanceOf(PictureException.class)
                .hasMessage(sentence);
        assertThat(catchThrowable(() -> ImageReader.read(file)))
                .isInstanceOf(PictureException.class)
                .hasMessage(sentence);
    }
}
