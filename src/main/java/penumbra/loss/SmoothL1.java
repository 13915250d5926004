package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// Smooth L1: the square of small errors, the size of large ones.
///
/// Formula: [Huber] of each coordinate, added, or of the distance. Source: \[S0\] eq. 1; per
/// coordinate or of the distance it does not say. A threshold far above the residuals makes it half
/// of L2.
///
/// @param threshold where the line begins, px
/// @param shape of what it is taken
public record SmoothL1(double threshold, Shape shape) implements KeypointLoss {

    /// Each coordinate by itself, or the distance.
    public enum Shape {
        COORDINATE,
        RADIAL
    }

    public SmoothL1 {
        Require.notNegative("threshold", threshold);
    }

    @Override
    public String id() {
        return "smoothl1";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        return switch (shape) {
            case COORDINATE ->
                    new LossValue(
                            Huber.value(e.x(), threshold) + Huber.value(e.y(), threshold),
                            Huber.slope(e.x(), threshold),
                            Huber.slope(e.y(), threshold));
            case RADIAL -> {
                double d = e.norm();
                yield LossValue.radial(e, d, Huber.value(d, threshold), Huber.slope(d, threshold));
            }
        };
    }
}
