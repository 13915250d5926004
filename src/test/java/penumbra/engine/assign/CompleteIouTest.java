package penumbra.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CompleteIouTest {

    private static CompleteIou of(double[] a, double[] b) {
        return CompleteIou.of(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]);
    }

    @Test
    void handComputedValues() {
        assertThat(of(new double[] {2, 3, 8, 7}, new double[] {2, 3, 8, 7}).value())
                .isCloseTo(1, within(1e-6));
        // Same shape, moved by half: IoU 1/3; centres 2 apart, diagonal of 6 x 4.
        assertThat(of(new double[] {0, 0, 4, 4}, new double[] {2, 0, 6, 4}).value())
                .isCloseTo(1 / 3.0 - 4 / 52.0, within(1e-6));
        // Side by side without overlap.
        assertThat(of(new double[] {0, 0, 2, 2}, new double[] {4, 0, 6, 2}).value())
                .isCloseTo(-16 / 40.0, within(1e-6));
        // 4 x 2 in 4 x 4: IoU 1/2, centres 1 apart, v of atan 1 and atan 2.
        double v = 4 / (Math.PI * Math.PI) * Math.pow(Math.atan(1) - Math.atan(2), 2);
        assertThat(of(new double[] {0, 0, 4, 2}, new double[] {0, 0, 4, 4}).value())
                .isCloseTo(0.5 - 1 / 32.0 - v * v / (v + 0.5), within(1e-6));
    }

    @Test
    void derivativesAreThoseOfTheValueWithItsFactorHeld() {
        Random random = new Random(11);
        for (int trial = 0; trial < 200; trial++) {
            double[] a = box(random);
            double[] b = box(random);
            double alpha = alpha(a, b);
            CompleteIou at = of(a, b);
            double[] derivatives = {at.x1(), at.y1(), at.x2(), at.y2()};
            for (int i = 0; i < 4; i++) {
                double step = 1e-6;
                double[] more = a.clone();
                double[] less = a.clone();
                more[i] += step;
                less[i] -= step;
                double expected = (held(more, b, alpha) - held(less, b, alpha)) / (2 * step);
                assertThat(derivatives[i]).isCloseTo(expected, within(1e-7));
            }
        }
    }

    private static double[] box(Random random) {
        double x = random.nextDouble() * 10;
        double y = random.nextDouble() * 10;
        return new double[] {
            x, y, x + 1 + random.nextDouble() * 10, y + 1 + random.nextDouble() * 10
        };
    }

    private static double aspect(double[] a, double[] b) {
        double angle =
                Math.atan((b[2] - b[0]) / (b[3] - b[1])) - Math.atan((a[2] - a[0]) / (a[3] - a[1]));
        return 4 / (Math.PI * Math.PI) * angle * angle;
    }

    private static double iou(double[] a, double[] b) {
        double width = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
        double height = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
        double both = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]);
        return width * height / (both - width * height);
    }

    private static double alpha(double[] a, double[] b) {
        double v = aspect(a, b);
        return v / (v - iou(a, b) + 1);
    }

    private static double held(double[] a, double[] b, double alpha) {
        double cw = Math.max(a[2], b[2]) - Math.min(a[0], b[0]);
        double ch = Math.max(a[3], b[3]) - Math.min(a[1], b[1]);
        double dx = a[0] + a[2] - b[0] - b[2];
        double dy = a[1] + a[3] - b[1] - b[3];
        return iou(a, b) - (dx * dx + dy * dy) / 4 / (cw * cw + ch * ch) - alpha * aspect(a, b);
    }
}
