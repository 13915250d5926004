package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Region;
import penumbra.geometry.Size;

class ResamplingTest {

    private static final int UNTOUCHED = 0x12345678;

    private static DecodedImage grey(int width, int... values) {
        int[] argb = Arrays.stream(values).map(v -> 0xff000000 | 0x010101 * v).toArray();
        return new DecodedImage(new Size(width, values.length / width), argb, true);
    }

    private static int[] shown(
            DecodedImage picture, double x, double y, double step, Size display, boolean nearest) {
        int[] out = new int[display.width() * display.height()];
        Arrays.fill(out, UNTOUCHED);
        new Resampling(new Point(x, y), step).fill(picture, out, display, nearest);
        return Arrays.stream(out).map(p -> p == UNTOUCHED ? -1 : p & 0xff).toArray();
    }

    @Test
    void pixelForPixelItIsTheVeryPictureSmoothOrNot() {
        DecodedImage picture = grey(3, 1, 2, 3, 4, 5, 6);
        for (boolean nearest : new boolean[] {true, false}) {
            assertThat(shown(picture, 0, 0, 1, new Size(3, 2), nearest))
                    .containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void whatLiesBeyondThePictureIsLeftAlone() {
        DecodedImage picture = grey(2, 10, 20, 30, 40);
        assertThat(shown(picture, -1, -1, 1, new Size(4, 4), true))
                .containsExactly(-1, -1, -1, -1, -1, 10, 20, -1, -1, 30, 40, -1, -1, -1, -1, -1);
        int[] out = {UNTOUCHED};
        assertThat(new Resampling(new Point(2, 0), 1).fill(picture, out, new Size(1, 1), false))
                .isEmpty();
        assertThat(new Resampling(new Point(-3, 0), 1).fill(picture, out, new Size(2, 1), false))
                .isEmpty();
        assertThat(out).containsExactly(UNTOUCHED);
    }

    @Test
    void theRegionThatIsFilledIsNamed() {
        int[] out = new int[12];
        assertThat(
                        new Resampling(new Point(-0.5, 0), 0.5)
                                .fill(grey(1, 9), out, new Size(4, 3), true))
                .contains(new Region(1, 0, 2, 2));
    }

    @Test
    void enlargedPixelsAreSquaresOrBlendBetweenTheirMiddles() {
        DecodedImage picture = grey(2, 0, 80);
        assertThat(shown(picture, 0, 0, 0.25, new Size(8, 1), true))
                .containsExactly(0, 0, 0, 0, 80, 80, 80, 80);
        // Middles at 1/8, 3/8 ...; the blend runs from 1/2 to 3/2.
        assertThat(shown(picture, 0, 0, 0.25, new Size(8, 1), false))
                .containsExactly(0, 0, 10, 30, 50, 70, 80, 80);
    }

    @Test
    void reducedSmoothlyEveryPixelCountsTheSame() {
        DecodedImage picture = grey(4, 0, 4, 100, 100, 8, 16, 100, 104);
        assertThat(shown(picture, 0, 0, 2, new Size(2, 1), false)).containsExactly(7, 101);
        assertThat(shown(picture, 0, 0, 2, new Size(2, 1), true)).containsExactly(16, 104);
        DecodedImage nine = grey(3, 9, 9, 9, 9, 9, 9, 9, 9, 36);
        assertThat(shown(nine, 0, 0, 3, new Size(1, 1), false)).containsExactly(12);
    }

    @Test
    void channelsStayApart() {
        int[] argb = {0xffff0001, 0xff00ff03, 0xffff0001, 0xff00ff03};
        DecodedImage picture = new DecodedImage(new Size(2, 2), argb, true);
        int[] out = new int[1];
        new Resampling(new Point(0, 0), 2).fill(picture, out, new Size(1, 1), false);
        assertThat(out[0]).isEqualTo(0xff7f7f02);
        new Resampling(new Point(0.5, 0), 1).fill(picture, out, new Size(1, 1), false);
        assertThat(out[0]).isEqualTo(0xff7f7f02);
    }

    /// A ramp has at each point the value of its place, so that a shift of half a pixel would show.
    @Test
    void nothingIsShiftedAtAnyStepAndPlace() {
        int side = 200;
        int[] ramp = new int[8 * side];
        Arrays.setAll(ramp, i -> i % side);
        DecodedImage picture = grey(side, ramp);
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 300; n++) {
            double step = Math.exp(random.nextDouble(-3, 1.5));
            double x = random.nextDouble(5, 100);
            int[] out = new int[12];
            new Resampling(new Point(x, 0), step).fill(picture, out, new Size(12, 1), false);
            for (int i = 0; i < out.length; i++) {
                double expected = Math.clamp(x + (i + 0.5) * step - 0.5, 0, side - 1);
                // Truncation loses up to 1, and places are whole pixels when reduced.
                assertThat((out[i] & 0xff) - expected).isBetween(-1.51, 0.51);
            }
        }
    }

    @Test
    void aPlainPictureStaysPlainInEveryWay() {
        for (int value : new int[] {0, 1, 127, 254, 255}) {
            int[] values = new int[35];
            Arrays.fill(values, value);
            for (double step : new double[] {0.01, 0.3, 0.99, 1, 1.01, 1.7, 2.5, 4.9}) {
                int[] out = shown(grey(7, values), 0.2, 0.1, step, new Size(1, 1), false);
                assertThat(out).containsExactly(value);
            }
        }
    }
}
