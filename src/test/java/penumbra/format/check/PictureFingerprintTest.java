package penumbra.format.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import penumbra.Shared;
import penumbra.data.DecodedImage;
import penumbra.format.yolo.DatasetPaths;
import penumbra.geometry.Size;

class PictureFingerprintTest {

    @Test
    void aBitSaysBrighterThanTheRightNeighbour() {
        int[] argb = new int[17 * 16];
        argb[0] = 0xff040404;
        argb[17 * 15 + 15] = 0xff020202;
        argb[17 * 3 + 5] = 0xffffffff;
        long[] bits = PictureFingerprint.of(new DecodedImage(new Size(17, 16), argb, true));
        assertThat(bits).containsExactly(1L | 1L << 3 * 16 + 5, 0, 0, 0);
    }

    @Test
    void noiseAndAnotherSizeMakeNoDifferenceButAnotherSceneDoes() {
        long[] a = PictureFingerprint.of(scene(1, 0, 340, 160));
        assertThat(PictureFingerprint.alike(a, PictureFingerprint.of(scene(1, 1, 340, 160))))
                .isTrue();
        assertThat(PictureFingerprint.alike(a, PictureFingerprint.of(scene(1, 2, 680, 320))))
                .isTrue();
        for (int seed = 2; seed < 50; seed++) {
            assertThat(PictureFingerprint.alike(a, PictureFingerprint.of(scene(seed, 0, 340, 160))))
                    .isFalse();
        }
    }

    @Test
    void darkArenaPicturesAreLikeTheirCopiesAndNoneLikeAnother() throws Exception {
        Path folder = Shared.folder("data/real/low_exposure_arena/images");
        List<long[]> prints = new ArrayList<>();
        for (Path file : DatasetPaths.files(folder, DatasetPaths::isPicture)) {
            BufferedImage picture = ImageIO.read(file.toFile());
            long[] print = PictureFingerprint.of(decoded(picture));
            assertThat(
                            PictureFingerprint.alike(
                                    print, PictureFingerprint.of(decoded(halved(picture)))))
                    .as(file.toString())
                    .isTrue();
            assertThat(prints).noneMatch(other -> PictureFingerprint.alike(print, other));
            prints.add(print);
        }
        assertThat(prints).hasSize(61);
    }

    private static BufferedImage halved(BufferedImage picture) throws IOException {
        BufferedImage half =
                new BufferedImage(
                        picture.getWidth() / 2,
                        picture.getHeight() / 2,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), null);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(half, "jpg", jpeg);
        return ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray()));
    }

    private static DecodedImage decoded(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new DecodedImage(
                new Size(width, height), picture.getRGB(0, 0, width, height, null, 0, width), true);
    }

    @Test
    void picturesThatShowNothingAreNotAlike() {
        long[] dark =
                PictureFingerprint.of(new DecodedImage(new Size(50, 50), new int[2500], true));
        assertThat(PictureFingerprint.alike(dark, dark)).isFalse();
    }

    @Test
    void theSmallestPicturesHaveAFingerprint() {
        assertThat(PictureFingerprint.of(new DecodedImage(new Size(1, 1), new int[] {-1}, true)))
                .hasSize(4);
    }

    /// A dark picture with twelve bright patches and noise of at most one grey level.
    private static DecodedImage scene(int seed, int noise, int width, int height) {
        Random patches = new Random(seed);
        Random grain = new Random(noise);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | 0x010101 * (8 + (noise == 0 ? 0 : grain.nextInt(2)));
        }
        for (int n = 0; n < 12; n++) {
            int left = patches.nextInt(17) * width / 17;
            int top = patches.nextInt(16) * height / 16;
            for (int y = top; y < top + height / 16; y++) {
                for (int x = left; x < left + width / 17; x++) {
                    argb[y * width + x] = 0xffffffff;
                }
            }
        }
        return new DecodedImage(new Size(width, height), argb, true);
    }
}
