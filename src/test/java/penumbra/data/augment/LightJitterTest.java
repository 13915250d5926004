package penumbra.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.data.input.HsvShift;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Point;

class LightJitterTest {

    private static Sample sample(RgbImage image) {
        return new Sample(image, List.of(Pictures.plate(0, 1, 1, 4, 2)), Pictures.ORIGIN);
    }

    private static RgbImage allGreys() {
        int[] rgb = new int[256];
        Arrays.setAll(rgb, i -> i * 0x10101);
        return new RgbImage(16, 16, rgb);
    }

    /// A white spot, saturated in the middle.
    private static RgbImage spot(double x, double y) {
        RgbImage dark = Pictures.plain(60, 60, 0x080808);
        return Pictures.withSpots(
                dark, List.of(new Point(x, y), new Point(x + 0.5, y), new Point(x - 0.5, y)));
    }

    private static double light(RgbImage image) {
        return Arrays.stream(image.rgb()).mapToDouble(p -> CameraCurve.light(p & 0xFF)).sum();
    }

    private static Point centre(RgbImage image) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < image.rgb().length; i++) {
            // What every pixel has moves nothing.
            double light = CameraCurve.light(image.rgb()[i] & 0xFF) - CameraCurve.light(8);
            sum += light;
            x += light * (i % image.width() + 0.5);
            y += light * (i / image.width() + 0.5);
        }
        return new Point(x / sum, y / sum);
    }

    @Test
    void everyStoredValueComesBackFromItsLight() {
        for (int code = 0; code < 256; code++) {
            assertThat(CameraCurve.code(CameraCurve.light(code))).isEqualTo(code);
        }
        assertThat(CameraCurve.light(255)).isEqualTo(4);
        assertThat(CameraCurve.code(100)).isEqualTo(255);
        assertThat(CameraCurve.code(-1)).isZero();
    }

    @Test
    void oneStopDoublesTheLightOfStoredValues() {
        RgbImage grey = Pictures.plain(2, 1, 0x640A64);

        // 100 is 0.1274 of saturation, twice that is stored as 138; 10 is 0.00304, twice 18.
        assertThat(ExposureJitter.exposed(grey, 1).rgb()).containsOnly(0x8A128A);
        assertThat(ExposureJitter.exposed(Pictures.plain(1, 1, 0x8A128A), -1).rgb())
                .containsExactly(0x640A64);
    }

    @Test
    void saturatedPixelsStayNearlySaturatedWhenThePictureDarkens() {
        int[] darker = ExposureJitter.exposed(allGreys(), -1).rgb();
        int[] brighter = ExposureJitter.exposed(allGreys(), 1).rgb();

        assertThat(darker[255] & 0xFF).isBetween(240, 254);
        assertThat(brighter[230] & 0xFF).isGreaterThan(240);
        for (int i = 1; i < 256; i++) {
            assertThat(darker[i]).isGreaterThanOrEqualTo(darker[i - 1]);
            assertThat(brighter[i]).isGreaterThanOrEqualTo(brighter[i - 1]);
        }
        assertThat(ExposureJitter.exposed(allGreys(), 0).rgb()).isEqualTo(allGreys().rgb());
    }

    @Test
    void exposureDrawsOnceAndUniformly() {
        Scripted random = new Scripted(0.75);

        Sample jittered = new ExposureJitter(2).apply(sample(allGreys()), random);

        assertThat(random.isSpent()).isTrue();
        assertThat(jittered.image().rgb()).isEqualTo(ExposureJitter.exposed(allGreys(), 1).rgb());
        assertThat(jittered.labels()).isEqualTo(sample(allGreys()).labels());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.25, 2, 4})
    void aHaloHasAllTheBrightLightTheAskedWidthAndTheSameCentre(double sigma) {
        RgbImage image = spot(30.3, 29.1);
        Halo halo = Halo.of(image, sigma);
        double sum = 0;
        double x = 0;
        double y = 0;
        double squares = 0;
        double bright = 0;
        double brightX = 0;
        double brightY = 0;
        double brightSquares = 0;
        for (int i = 0; i < image.rgb().length; i++) {
            double cx = i % 60 + 0.5;
            double cy = i / 60 + 0.5;
            double h = halo.at(1, i % 60, i / 60);
            double b = Halo.bright(CameraCurve.light(image.rgb()[i] & 0xFF));
            sum += h;
            x += h * cx;
            y += h * cy;
            squares += h * cx * cx;
            bright += b;
            brightX += b * cx;
            brightY += b * cy;
            brightSquares += b * cx * cx;
        }
        double spread = squares / sum - Math.pow(x / sum, 2);
        double before = brightSquares / bright - Math.pow(brightX / bright, 2);

        assertThat(sum).isCloseTo(bright, within(bright * 0.005));
        assertThat(x / sum).isCloseTo(brightX / bright, within(1e-3));
        assertThat(y / sum).isCloseTo(brightY / bright, within(1e-3));
        // The Gaussian is cut off after three deviations, which takes 3 % of its variance.
        assertThat(spread - before).isCloseTo(sigma * sigma, within(0.05 * sigma * sigma + 0.02));
    }

    @Test
    void aWiderHaloBrightensTheSurroundingsANarrowerOneDarkensThemAndNothingMoves() {
        for (double x : List.of(30.0, 30.4, 31.0, 31.3)) {
            RgbImage before = spot(x, 30.2);

            RgbImage wide = BloomJitter.spread(before, 0.3, 2.5);
            RgbImage narrow = BloomJitter.spread(before, -0.3, 2.5);

            int beside = 30 * 60 + (int) x;
            while ((before.rgb()[beside] & 0xFF) > 120) {
                beside++;
            }
            assertThat(wide.rgb()[beside] & 0xFF).isGreaterThan(before.rgb()[beside] & 0xFF);
            assertThat(narrow.rgb()[beside] & 0xFF).isLessThan(before.rgb()[beside] & 0xFF);
            assertThat(centre(wide).distance(centre(before))).isLessThan(0.05);
            assertThat(centre(narrow).distance(centre(before))).isLessThan(0.05);
            assertThat(light(wide)).isCloseTo(light(before), within(0.03 * light(before)));
        }
    }

    @Test
    void whatIsDarkStaysWhenAHaloNarrows() {
        RgbImage before = spot(30, 30);

        RgbImage narrow = BloomJitter.spread(before, -0.5, 4);

        for (int i = 0; i < before.rgb().length; i++) {
            int code = before.rgb()[i] & 0xFF;
            // 39 is the largest value below 0.02.
            assertThat(narrow.rgb()[i] & 0xFF).isGreaterThanOrEqualTo(Math.min(code, 39));
        }
    }

    @Test
    void withoutBrightLightThereIsNoHaloAndWithoutShareNoChange() {
        RgbImage dark = Pictures.plain(8, 8, 0x404040);

        assertThat(BloomJitter.spread(dark, 0.3, 3)).isSameAs(dark);
        assertThat(BloomJitter.spread(spot(30, 30), 0, 3).rgb()).isEqualTo(spot(30, 30).rgb());
    }

    @Test
    void aLightAtTheBorderOrInAnOddPictureHasItsHaloToo() {
        int[] rgb = new int[7 * 5];
        rgb[0] = 0xFFFFFF;
        rgb[34] = 0xFFFFFF;

        int[] wide = BloomJitter.spread(new RgbImage(7, 5, rgb), 0.3, 1.5).rgb();

        assertThat(wide[1] & 0xFF).isPositive();
        assertThat(wide[33] & 0xFF).isPositive();
        assertThat(wide[7] & 0xFF).isPositive();
    }

    @Test
    void coloursAreDrawnHueThenSaturationThenBrightness() {
        Scripted random = new Scripted(0.75, 0.25, 1 - 1e-16);
        RgbImage image = new RgbImage(2, 1, new int[] {0x402010, 0x103060});

        Sample jittered = new ColourJitter(0.2, 0.4, 0.6).apply(sample(image), random);

        assertThat(random.isSpent()).isTrue();
        assertThat(jittered.image().rgb())
                .isEqualTo(new HsvShift(0.1, -0.2, 0.6).apply(image).rgb());
    }
}
