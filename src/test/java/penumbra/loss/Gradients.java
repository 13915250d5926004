package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import penumbra.geometry.Point;

/// Gradients against central differences of the values.
final class Gradients {

    private Gradients() {}

    /// The difference quotient with step h errs by about h² times the third derivative, and by
    /// rounding over h: 1e-6 of the values' size leaves room for both at h = 1e-5 of it.
    static void check(Function<Point, LossValue> loss, Point at, double size) {
        double h = 1e-5 * size;
        double dx = difference(loss, at, new Point(h, 0));
        double dy = difference(loss, at, new Point(0, h));
        LossValue value = loss.apply(at);
        double scale = Math.max(value.slope(), Math.abs(value.value()) / size);
        assertThat(value.dx()).as("d/dx at " + at).isCloseTo(dx, within(1e-6 * scale + 1e-12));
        assertThat(value.dy()).as("d/dy at " + at).isCloseTo(dy, within(1e-6 * scale + 1e-12));
    }

    private static double difference(Function<Point, LossValue> loss, Point at, Point step) {
        double up = loss.apply(at.plus(step)).value();
        double down = loss.apply(at.minus(step)).value();
        return (up - down) / (2 * step.norm());
    }
}
