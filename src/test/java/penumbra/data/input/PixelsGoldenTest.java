package penumbra.data.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.engine.Golden;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Size;

/// Operations on pixels against those of OpenCV 4.6.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PixelsGoldenTest {

    private Weights golden;

    @BeforeAll
    void open() throws Exception {
        golden = Golden.tensors("pipeline/pipeline");
    }

    /// `[rows, columns, 3]`, blue first.
    private RgbImage bgr(String name) {
        Tensor tensor = golden.tensor(name);
        int height = tensor.shape().get(0);
        int width = tensor.shape().get(1);
        long[] bytes = tensor.longs();
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (int) (bytes[3 * i] | bytes[3 * i + 1] << 8 | bytes[3 * i + 2] << 16);
        }
        return new RgbImage(width, height, rgb);
    }

    /// `[3, rows, columns]`, red first.
    private RgbImage chw(String name) {
        Tensor tensor = golden.tensor(name);
        int height = tensor.shape().get(1);
        int width = tensor.shape().get(2);
        long[] bytes = tensor.longs();
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] =
                    (int) (bytes[i] << 16 | bytes[rgb.length + i] << 8 | bytes[2 * rgb.length + i]);
        }
        return new RgbImage(width, height, rgb);
    }

    private static void same(String what, RgbImage expected, RgbImage actual) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        int different = 0;
        int largest = 0;
        for (int i = 0; i < expected.rgb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int difference =
                        Math.abs(
                                (expected.rgb()[i] >> shift & 0xFF)
                                        - (actual.rgb()[i] >> shift & 0xFF));
                different += difference > 0 ? 1 : 0;
                largest = Math.max(largest, difference);
            }
        }
        Golden.say(what + ", bytes that differ", different);
        assertThat(largest).as(what + ": %d bytes differ", different).isZero();
    }

    private static Size size(RgbImage image) {
        return new Size(image.width(), image.height());
    }

    @ParameterizedTest
    @CsvSource({
        "letterbox.up640, 640, 640, true",
        "letterbox.noscaleup640, 640, 640, false",
        "letterbox.down256x320, 320, 256, true",
    })
    void letterboxesAreTheReferences(String name, int width, int height, boolean enlarge) {
        RgbImage odd = bgr("odd_bgr");
        Letterbox box = Letterbox.into(size(odd), new Size(width, height), enlarge);

        same(name, bgr(name), box.apply(odd));
    }

    @Test
    void aPredictionsLetterboxIsPaddedToTheGrainOnly() {
        RgbImage odd = bgr("odd_bgr");

        same(
                "letterbox.auto",
                bgr("letterbox.auto"),
                Letterbox.predicting(size(odd), 320, 32).apply(odd));
    }

    @ParameterizedTest
    @CsvSource({
        "val.640.rect, 640, 672, 512",
        "val.320.rect, 320, 352, 256",
        "val.320.square, 320, 320, 320",
        "val.416.rect, 416, 448, 352",
    })
    void picturesOfAValidationAreTheReferences(String name, int side, int width, int height) {
        RgbImage raw = bgr("raw0_bgr_hwc");
        RgbImage loaded = LoadedSize.of(size(raw), side).apply(raw);
        Letterbox box = Letterbox.into(size(loaded), new Size(width, height), false);

        same(name, chw(name + ".img_rgb_chw"), box.apply(loaded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"affine0", "affine1", "affine2"})
    void warpedPicturesAreTheReferences(String name) {
        RgbImage expected = bgr(name + ".out.img_bgr");
        RgbImage warped =
                Warp.apply(
                        Collage.of(bgr("raw0_bgr_hwc")),
                        golden.tensor(name + ".M").doubles(),
                        expected.width(),
                        expected.height());

        same(name, expected, warped);
    }

    @Test
    void coloursAreShiftedAsTheReferencesVectorCodeShiftsThem() {
        double[] gains = golden.tensor("hsv.gains").doubles();
        RgbImage expected = bgr("hsv.out_bgr");
        RgbImage shifted = new HsvShift(gains[0], gains[1], gains[2]).apply(bgr("hsv.in_bgr"));
        int whole = expected.width() / 32 * 32;

        same("hsv", columns(expected, 0, whole), columns(shifted, 0, whole));
        // The rest of each row it rounds instead.
        int[] rest = columns(expected, whole, expected.width()).rgb();
        int[] ours = columns(shifted, whole, expected.width()).rgb();
        for (int i = 0; i < rest.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                assertThat((rest[i] >> shift & 0xFF) - (ours[i] >> shift & 0xFF)).isBetween(0, 1);
            }
        }
    }

    private static RgbImage columns(RgbImage image, int from, int to) {
        int[] rgb = new int[(to - from) * image.height()];
        for (int y = 0; y < image.height(); y++) {
            System.arraycopy(
                    image.rgb(), y * image.width() + from, rgb, y * (to - from), to - from);
        }
        return new RgbImage(to - from, image.height(), rgb);
    }
}
