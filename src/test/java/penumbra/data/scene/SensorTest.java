package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.data.Srgb;
import penumbra.geometry.Size;

class SensorTest {

    private static final Sensor CLEAN = new Sensor(0, 0, 0, 0);

    private static Canvas flat(int width, int height, Light light) {
        Canvas canvas = new Canvas(new Size(width, height));
        java.util.Arrays.fill(canvas.red, light.red());
        java.util.Arrays.fill(canvas.green, light.green());
        java.util.Arrays.fill(canvas.blue, light.blue());
        return canvas;
    }

    private static int[] expose(Sensor sensor, Canvas canvas) {
        return sensor.expose(canvas, new SplittableRandom(1));
    }

    /// The sRGB curve at 0.2159 is 128 / 255, at 0.05 it is 63.3 / 255.
    @ParameterizedTest
    @CsvSource({"8, 6", "7, 5", "1, 1", "2, 3", "33, 18"})
    void aFlatColourComesThroughTheMosaicUnchanged(int width, int height) {
        int[] argb = expose(CLEAN, flat(width, height, Light.of(0.2159, 0.05, 0.2159)));
        boolean hasAllColours = width > 1 && height > 1;
        if (hasAllColours) {
            assertThat(argb).hasSize(width * height).containsOnly(0xff803f80);
        } else {
            assertThat(argb).hasSize(width * height);
        }
    }

    /// The glare is greenish: 0.95, 1.03 and 0.94 of the level.
    @Test
    void darknessReadsTheBlackLevel() {
        assertThat(Math.round(255 * Srgb.stored(0.008 * 0.95))).isEqualTo(0x15);
        assertThat(Math.round(255 * Srgb.stored(0.008 * 1.03))).isEqualTo(0x16);
        assertThat(expose(new Sensor(0.008, 0, 0, 0), flat(9, 7, Light.NONE)))
                .containsOnly(0xff151615);
    }

    @Test
    void vignettingDarkensTheCornersByItsShare() {
        Canvas canvas = flat(401, 301, Light.grey(0.4));
        int[] argb = expose(new Sensor(0, 0.3, 0, 0), canvas);
        assertThat(argb[150 * 401 + 200] & 0xff)
                .isEqualTo((int) Math.round(255 * Srgb.stored(0.4)));
        assertThat((double) (argb[0] & 0xff)).isCloseTo(255 * Srgb.stored(0.4 * 0.7), within(1.5));
    }

    /// A point on each phase of the mosaic: together they have neither gain nor loss, and each
    /// colour's centroid is the point's. It stands on a grey of 0.2, for a colour correction takes
    /// away light where there is too much of another colour.
    @Test
    void demosaicingMovesNothing() {
        for (int channel = 0; channel < 3; channel++) {
            double x = 0;
            double y = 0;
            double sum = 0;
            double grey = linear((int) Math.round(255 * Srgb.stored(0.2)));
            for (int phase = 0; phase < 4; phase++) {
                int px = 10 + phase % 2;
                int py = 12 + phase / 2;
                Canvas canvas = flat(24, 26, Light.grey(0.2));
                canvas.planes().get(channel).values()[py * 24 + px] += 0.5f;
                int[] argb = expose(CLEAN, canvas);
                for (int i = 0; i < argb.length; i++) {
                    double v = linear(argb[i] >> 16 - 8 * channel & 0xff) - grey;
                    x += v * (i % 24 - px);
                    y += v * (i / 24 - py);
                    sum += v;
                }
            }
            assertThat(x / sum).isCloseTo(0, within(0.01));
            assertThat(y / sum).isCloseTo(0, within(0.01));
            assertThat(sum / 4).isCloseTo(0.5, within(0.05));
        }
    }

    /// The inverse of the sRGB curve.
    static double linear(int code) {
        double v = code / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /// After the filter the variance of green is 0.1495 of a sample's (the sum of squared weights
    /// over a quincunx is half of (70 / 64)² / 4), that of red and blue 0.2991 ((35 / 64)²). Gains
    /// are 0.6, 1 and 1.45; the colour correction mixes the three.
    @Test
    void noiseHasTheStatedDeviation() {
        Sensor noisy = new Sensor(0.1, 0, 0.01, 0.002);
        double light = 0.2;
        int[] argb = expose(noisy, flat(400, 300, Light.grey(light)));
        double[] green = IntStream.of(argb).mapToDouble(c -> linear(c >> 8 & 0xff)).toArray();
        double mean =
                IntStream.range(0, green.length).mapToDouble(i -> green[i]).average().orElse(0);
        double square =
                IntStream.range(0, green.length)
                        .mapToDouble(i -> Math.pow(green[i] - mean, 2))
                        .average()
                        .orElse(0);
        double variance = 0;
        for (int raw = 0; raw < 3; raw++) {
            double gain = new double[] {0.6, 1, 1.45}[raw];
            double sample = Math.pow(gain * 0.01, 2) + gain * 0.002 * light;
            double weight = ColourResponse.correction(1, raw);
            variance += weight * weight * sample * (raw == 1 ? 0.1495 : 0.2991);
        }
        assertThat(mean).isCloseTo(0.303, within(0.0005));
        assertThat(Math.sqrt(square))
                .isCloseTo(Math.sqrt(variance), within(0.03 * Math.sqrt(variance)));
    }

    /// What saturates loses its excess; what leaked into the other channels stays: red becomes
    /// orange, blue becomes light.
    @Test
    void strongColoursTurnLighterWhereTheySaturate() {
        int weak = expose(CLEAN, flat(9, 7, Light.of(0.9, 0, 0)))[31];
        int strong = expose(CLEAN, flat(9, 7, Light.of(2.5, 0, 0)))[31];
        int blue = expose(CLEAN, flat(9, 7, Light.of(0.1, 2, 4)))[31];
        assertThat(weak & 0xffff).isZero();
        assertThat(strong >> 16 & 0xff).isEqualTo(255);
        assertThat(strong >> 8 & 0xff).isGreaterThan((strong & 0xff) + 20).isLessThan(200);
        assertThat(blue & 0xffff).isEqualTo(0xffff);
        assertThat(blue >> 16 & 0xff).isBetween(100, 220);
    }

    @Test
    void brightLightIsShotNoiseAndSaturates() {
        assertThat(expose(new Sensor(0.008, 0, 0.001, 0.001), flat(30, 20, Light.grey(9))))
                .containsOnly(0xffffffff);
    }
}
