package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Size;
import penumbra.geometry.Vector3;

/// The light of a rendered bar lies where the truth says, in every pose.
class TubeTest {

    private static final Size SIZE = new Size(320, 256);
    private static final Camera CAMERA = new Camera(SIZE, 1250, Pose.at(Vector3.ZERO));

    /// One bar alone in the picture: its two true ends and how it is painted.
    private record Bar(Point top, Point bottom, Painter painter) {

        static Bar random(SplittableRandom random, double light) {
            double z = 1 + 3 * random.nextDouble();
            Pose pose =
                    Pose.at(
                                    new Vector3(
                                            0.06 * z * (random.nextDouble() - 0.5),
                                            0.04 * z * (random.nextDouble() - 0.5),
                                            z))
                            .turned(random.nextGaussian() * 0.6)
                            .pitched(-PlateModel.TILT)
                            .rolled(random.nextGaussian() * 0.3);
            double end = PlateModel.BAR_LENGTH / 2;
            Vector3 top = pose.toParent(0, -end, 0);
            Vector3 bottom = pose.toParent(0, end, 0);
            Painter painter = new Painter(CAMERA);
            painter.tube(top, bottom, 0.008, Light.grey(light), t -> 1);
            return new Bar(
                    CAMERA.project(top).orElseThrow(),
                    CAMERA.project(bottom).orElseThrow(),
                    painter);
        }

        double length() {
            return top.distance(bottom);
        }

        Point along() {
            return bottom.minus(top).times(1 / length());
        }

        /// Light summed across the bar at a distance from its top end, interpolated between pixels.
        double profile(float[] values, double s) {
            Point u = along();
            Point n = new Point(-u.y(), u.x());
            double sum = 0;
            for (double t = -12; t <= 12; t += 0.25) {
                Point p = top.plus(u.times(s)).plus(n.times(t));
                sum += at(values, p.x() - 0.5, p.y() - 0.5) * 0.25;
            }
            return sum;
        }

        private static double at(float[] values, double x, double y) {
            int i = (int) x;
            int j = (int) y;
            double fx = x - i;
            double fy = y - j;
            int k = j * SIZE.width() + i;
            int below = k + SIZE.width();
            return (values[k] * (1 - fx) + values[k + 1] * fx) * (1 - fy)
                    + (values[below] * (1 - fx) + values[below + 1] * fx) * fy;
        }

        /// Where the profile crosses half of its mean over the middle of the bar, going outwards
        /// from the middle; way is -1 for the top end.
        double halfMaximum(float[] values, int way) {
            double plateau = 0;
            for (double t = 0.3; t < 0.7; t += 0.05) {
                plateau += profile(values, t * length()) / 8;
            }
            double step = 0.02;
            double s = length() / 2;
            while (profile(values, s) > plateau / 2) {
                s += way * step;
            }
            return s - way * step / 2;
        }

        /// Along and across components of the light's centroid, from the top end.
        Point centroid(float[] values) {
            double sum = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i];
                x += values[i] * (i % SIZE.width() + 0.5);
                y += values[i] * (i / SIZE.width() + 0.5);
            }
            Point d = new Point(x / sum, y / sum).minus(top);
            return new Point(d.dot(along()), along().cross(d));
        }
    }

    @Test
    void halfMaximumEndsAndAxisAreTheTruth() {
        var random = new SplittableRandom(31);
        double topShift = 0;
        double bottomShift = 0;
        double acrossShift = 0;
        int n = 60;
        for (int i = 0; i < n; i++) {
            Bar bar = Bar.random(random, 1);
            float[] light = bar.painter().canvas().green;
            double top = bar.halfMaximum(light, -1);
            double bottom = bar.halfMaximum(light, 1) - bar.length();
            assertThat(top).isCloseTo(0, within(0.25));
            assertThat(bottom).isCloseTo(0, within(0.25));
            topShift += top / n;
            bottomShift += bottom / n;
            Point centroid = bar.centroid(light);
            // A pixel with coverage c counts at its centre, c (1 - c) / 2 <= 1/8 px off: over both
            // sides of a bar w px wide at most 2 / (8 w) px, over both ends of one l px long
            // 2 / (8 l) px. Bars here are 2.5 px and 17 px at least.
            assertThat(centroid.x()).isCloseTo(bar.length() / 2, within(0.015));
            assertThat(centroid.y()).isCloseTo(0, within(0.1));
            acrossShift += centroid.y() / n;
        }
        assertThat(topShift).isCloseTo(0, within(0.05));
        assertThat(bottomShift).isCloseTo(0, within(0.05));
        assertThat(acrossShift).isCloseTo(0, within(0.005));
    }

    /// The whole camera without noise and below saturation: blur, bloom, mosaic and the 8-bit curve
    /// leave the centroid where it was but for rounding.
    @Test
    void theCameraMovesNoBar() {
        var random = new SplittableRandom(32);
        double along = 0;
        double across = 0;
        int n = 40;
        for (int i = 0; i < n; i++) {
            Bar bar = Bar.random(random, 0.7);
            new Optics(0.9, 2, 1, 0.08, 0.01, 0).apply(bar.painter().canvas());
            int[] argb =
                    new Sensor(0, 0, 0, 0).expose(bar.painter().canvas(), new SplittableRandom(1));
            float[] green = new float[argb.length];
            for (int k = 0; k < argb.length; k++) {
                green[k] = (float) SensorTest.linear(argb[k] >> 8 & 0xff);
            }
            Point centroid = bar.centroid(green);
            assertThat(centroid.x()).isCloseTo(bar.length() / 2, within(0.2));
            assertThat(centroid.y()).isCloseTo(0, within(0.2));
            along += (centroid.x() - bar.length() / 2) / n;
            across += centroid.y() / n;
        }
        assertThat(along).isCloseTo(0, within(0.04));
        assertThat(across).isCloseTo(0, within(0.04));
    }

    @Test
    void aTubeIsAsWideFromEverySide() {
        Painter front = new Painter(CAMERA);
        front.tube(
                new Vector3(0, -0.028, 2), new Vector3(0, 0.028, 2), 0.008, Light.grey(1), t -> 1);
        double sum = 0;
        for (float v : front.canvas().green) {
            sum += v;
        }
        // 0.056 m * 0.008 m at 625 px a metre: 35 px * 5 px.
        assertThat(sum).isCloseTo(175, within(0.01));
    }

    @Test
    void aThinTubeKeepsItsLightNotItsWidth() {
        Painter painter = new Painter(CAMERA);
        painter.tube(new Vector3(0, -0.4, 5), new Vector3(0, 0.2, 5), 0.001, Light.grey(1), t -> 1);
        double sum = 0;
        for (float v : painter.canvas().green) {
            sum += v;
        }
        // 150 px long, 0.25 px wide.
        assertThat(sum).isCloseTo(150 * 0.25, within(0.01));
    }

    @Test
    void theProfileRunsFromTheFirstEndToTheSecond() {
        Painter painter = new Painter(CAMERA);
        painter.tube(
                new Vector3(0, -0.04, 1), new Vector3(0, 0.04, 1), 0.008, Light.grey(1), t -> t);
        // 100 px long from y = 78: the centre of row 88 is at 0.105 of it, that of row 168 at
        // 0.905.
        float[] v = painter.canvas().green;
        assertThat(v[88 * 320 + 160]).isCloseTo(0.105f, within(1e-6f));
        assertThat(v[168 * 320 + 160]).isCloseTo(0.905f, within(1e-6f));
        assertThat(painter.silhouettes().mark()).isZero();
    }
}
