package penumbra.loss;

import penumbra.geometry.Point;

/// Residuals in units of the label noise along and across the bar, and gradients back in px.
final class Whitening {

    private Whitening() {}

    /// `(e·û / along, e·n̂ / across)`.
    static Point of(Point e, Point direction, double along, double across) {
        return new Point(e.dot(direction) / along, direction.cross(e) / across);
    }

    /// The chain rule: the gradient with respect to the residual from that with respect to its
    /// whitened form.
    static LossValue back(LossValue white, Point direction, double along, double across) {
        double u = white.dx() / along;
        double n = white.dy() / across;
        return new LossValue(
                white.value(),
                u * direction.x() - n * direction.y(),
                u * direction.y() + n * direction.x());
    }
}
