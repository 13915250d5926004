package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Size;

class ImageWriterTest {

    private static final Size SIZE = new Size(50, 31);

    @TempDir private Path folder;

    @AfterEach
    void allowTheLibraryAgain() {
        System.clearProperty("penumbra.turbojpeg");
    }

    @Test
    void pngGivesEveryPixelBackAndIgnoresAlpha() throws Exception {
        int[] pixels = Pictures.gradientPixels(50, 31);
        int[] transparent = Arrays.stream(pixels).map(pixel -> pixel & 0xffffff).toArray();
        byte[] png = ImageWriter.png(SIZE, transparent);
        assertThat(read(png).argb()).containsExactly(pixels);
        assertThat(png[24]).as("bits a channel").isEqualTo((byte) 8);
        assertThat(png[25]).as("colour type RGB").isEqualTo((byte) 2);
        assertThat(ImageWriter.png(SIZE, transparent)).containsExactly(png);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void jpegIsTheSameEveryTimeAndCloseToThePicture(String turbo) throws Exception {
        System.setProperty("penumbra.turbojpeg", turbo);
        int[] pixels = new int[50 * 31];
        for (int i = 0; i < pixels.length; i++) {
            int shade = 2 * (i % 50) + 3 * (i / 50);
            pixels[i] = 0xff000000 | shade * 0x010101;
        }
        byte[] jpeg = ImageWriter.jpeg(SIZE, pixels, 95);
        assertThat(ImageWriter.jpeg(SIZE, pixels, 95)).containsExactly(jpeg);
        DecodedImage back = read(jpeg);
        assertThat(back.size()).isEqualTo(SIZE);
        assertThat(back.complete()).isTrue();
        // A smooth ramp at quality 95: every quantisation step is below 13 (Annex K, scaled).
        assertThat(Channels.furthest(back.argb(), pixels)).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void jpegHasChromaAtHalfResolutionBothWays(String turbo) {
        System.setProperty("penumbra.turbojpeg", turbo);
        byte[] jpeg = ImageWriter.jpeg(SIZE, Pictures.gradientPixels(50, 31), 90);
        int frame = 0;
        while ((jpeg[frame] & 0xff) != 0xff || (jpeg[frame + 1] & 0xff) != 0xc0) {
            frame++;
        }
        assertThat(jpeg[frame + 9]).as("components").isEqualTo((byte) 3);
        assertThat(jpeg[frame + 11]).as("sampling of Y").isEqualTo((byte) 0x22);
        assertThat(jpeg[frame + 14]).as("sampling of Cb").isEqualTo((byte) 0x11);
        assertThat(jpeg[frame + 17]).as("sampling of Cr").isEqualTo((byte) 0x11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void moreQualityMakesMoreBytes(String turbo) {
        System.setProperty("penumbra.turbojpeg", turbo);
        int[] pixels = Pictures.gradientPixels(50, 31);
        int coarse = ImageWriter.jpeg(SIZE, pixels, 10).length;
        int middle = ImageWriter.jpeg(SIZE, pixels, 75).length;
        int fine = ImageWriter.jpeg(SIZE, pixels, 100).length;
        assertThat(coarse).isLessThan(middle);
        assertThat(middle).isLessThan(fine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void aPictureOfOnePixelIsWritten(String turbo) throws Exception {
        System.setProperty("penumbra.turbojpeg", turbo);
        int[] white = {0xffffff};
        assertThat(read(ImageWriter.jpeg(new Size(1, 1), white, 90)).argb())
                .containsExactly(0xffffffff);
    }

    @Test
    void pixelsThatDoNotFillTheSizeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageWriter.png(SIZE, new int[7]))
                .withMessage("7 pixels do not fill 50x31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageWriter.jpeg(SIZE, new int[7], 90));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -5})
    void aQualityThatIsNoneIsRefused(int quality) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageWriter.jpeg(SIZE, new int[50 * 31], quality))
                .withMessage("a quality is 1 to 100: " + quality);
    }

    @Test
    void aSideThatJpegCannotStateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageWriter.jpeg(new Size(65_501, 1), new int[65_501], 90))
                .withMessage("no JPEG file holds 65501x1 pixels");
    }

    private DecodedImage read(byte[] bytes) throws Exception {
        Path file = folder.resolve("picture");
        Files.write(file, bytes);
        return ImageReader.read(file);
    }
}
