package penumbra.loss;

import penumbra.geometry.Point;

/// A loss at one place and its gradient with respect to the prediction.
///
/// @param dx derivative along x
/// @param dy derivative along y
public record LossValue(double value, double dx, double dy) {

    public static final LossValue ZERO = new LossValue(0, 0, 0);

    /// A loss of distance alone: value and slope at that distance from the label.
    ///
    /// @param distance length of the residual; at 0 the gradient is 0
    static LossValue radial(Point residual, double distance, double value, double slope) {
        return distance > 0
                ? new LossValue(
                        value, slope * (residual.x() / distance), slope * (residual.y() / distance))
                : new LossValue(value, 0, 0);
    }

    public LossValue times(double factor) {
        return new LossValue(value * factor, dx * factor, dy * factor);
    }

    public Point gradient() {
        return new Point(dx, dy);
    }

    /// Length of the gradient.
    public double slope() {
        return Math.hypot(dx, dy);
    }
}
