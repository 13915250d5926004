package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Size;

class OpticsTest {

    private static final int WIDTH = 403;
    private static final int HEIGHT = 301;

    private static Canvas point() {
        Canvas canvas = new Canvas(new Size(WIDTH, HEIGHT));
        canvas.green[150 * WIDTH + 201] = 1000;
        return canvas;
    }

    /// Light, centroid and variances of the green plane: sum, x, y, varX, varY.
    private static double[] moments(Canvas canvas) {
        double sum = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < canvas.green.length; i++) {
            double v = canvas.green[i];
            double px = i % WIDTH + 0.5;
            double py = i / WIDTH + 0.5;
            sum += v;
            x += v * px;
            y += v * py;
            xx += v * px * px;
            yy += v * py * py;
        }
        x /= sum;
        y /= sum;
        return new double[] {sum, x, y, xx / sum - x * x, yy / sum - y * y};
    }

    @Test
    void perfectOpticsChangeNothing() {
        Canvas canvas = point();
        Optics.PERFECT.apply(canvas);
        assertThat(canvas.green).containsExactly(point().green);
    }

    @Test
    void lensBlurKeepsLightAndPlaceAndHasItsWidth() {
        Canvas canvas = point();
        new Optics(0.7, 0, 0, 0, 0, 0).apply(canvas);
        double[] m = moments(canvas);
        assertThat(m[0]).isCloseTo(1000, within(1e-3));
        assertThat(m[1]).isCloseTo(201.5, within(1e-5));
        assertThat(m[2]).isCloseTo(150.5, within(1e-5));
        // The cut after two pixels costs little at 0.7 px.
        assertThat(Math.sqrt(m[3])).isCloseTo(0.7, within(0.02));
        assertThat(Math.sqrt(m[4])).isCloseTo(0.7, within(0.02));
    }

    /// A uniform way of length a has the variance a² / 12; sharing it among pixels adds at most
    /// 1/4.
    @Test
    void motionSpreadsAlongItsWayAndStaysCentred() {
        Canvas canvas = point();
        new Optics(0, 6, 0, 0, 0, 0).apply(canvas);
        double[] m = moments(canvas);
        assertThat(m[0]).isCloseTo(1000, within(1e-2));
        assertThat(m[1]).isCloseTo(201.5, within(1e-4));
        assertThat(m[2]).isCloseTo(150.5, within(1e-4));
        assertThat(m[3]).isBetween(3.0, 3.25);
        assertThat(m[4]).isCloseTo(0, within(1e-4));
    }

    /// 4x4 blocks quantise the place: the halo's centre is that of the block, at most 1.5 px away,
    /// and with a share of 1 % moves the whole by less than 0.02 px.
    @Test
    void bloomSpreadsTheStatedShareAroundThePlace() {
        Canvas canvas = point();
        new Optics(0, 0, 0, 0, 0.01, 0.005).apply(canvas);
        double[] m = moments(canvas);
        assertThat(canvas.green[150 * WIDTH + 201]).isBetween(985f, 985.5f);
        assertThat(m[0]).isCloseTo(1000, within(0.2));
        assertThat(m[1]).isCloseTo(201.5, within(0.1));
        assertThat(m[2]).isCloseTo(150.5, within(0.1));
    }

    /// 2x2 blocks and linear interpolation add a variance of about a block's, 2² / 12, and a
    /// triangle's, 2² / 6, to that of the Gaussian of 2 px, cut after two of its own.
    @Test
    void theClosestHaloIsAboutTwoPixelsWide() {
        Canvas canvas = point();
        new Optics(0, 0, 0, 1, 0, 0).apply(canvas);
        double[] m = moments(canvas);
        assertThat(m[0]).isCloseTo(1000, within(0.01));
        assertThat(Math.sqrt(m[3])).isBetween(1.9, 2.3);
        assertThat(Math.sqrt(m[4])).isBetween(1.9, 2.3);
    }

    /// The halo of a white point is bluish: red keeps more of its light in place than green, and
    /// green more than blue.
    @Test
    void theLensIsSharpestInRed() {
        Canvas canvas = point();
        int at = 150 * WIDTH + 201;
        canvas.red[at] = 1000;
        canvas.blue[at] = 1000;
        new Optics(0, 0, 0, 0.1, 0.02, 0).apply(canvas);
        assertThat(canvas.red[at]).isGreaterThan(canvas.green[at] + 20);
        assertThat(canvas.green[at]).isGreaterThan(canvas.blue[at] + 20);
        assertThat(canvas.blue[at + 3]).isGreaterThan(canvas.green[at + 3]);
        assertThat(canvas.green[at + 3]).isGreaterThan(canvas.red[at + 3]);
    }

    /// The mean over all places of a point is free of the blocks: no systematic shift.
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void bloomHasNoSystematicShift(double share) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < 16; i++) {
            Canvas canvas = new Canvas(new Size(WIDTH, HEIGHT));
            int px = 200 + i % 4;
            int py = 148 + i / 4;
            canvas.green[py * WIDTH + px] = 1000;
            new Optics(0, 0, 0, share, 1 - share, 0).apply(canvas);
            double[] m = moments(canvas);
            x += m[1] - px - 0.5;
            y += m[2] - py - 0.5;
        }
        assertThat(x / 16).isCloseTo(0, within(1e-3));
        assertThat(y / 16).isCloseTo(0, within(1e-3));
    }
}
