package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// One minus object keypoint similarity: what YOLOv8-pose trains with.
///
/// Formula: `1 - exp(-d² / (2 A kappa²))`, `kappa = 2 sigma`, A the box's area. Source: \[P1\]. No
/// unit, between 0 and 1. With sigma 1/K it is a plain square for all residuals of interest; with a
/// tight sigma it lets go of far points, so that training must come from near. Without area it is 1
/// with gradient 0 off the label.
///
/// @param sigma deviation relative to the square root of the area
public record Oks(double sigma) implements KeypointLoss {

    public Oks {
        Require.positive("sigma", sigma);
    }

    @Override
    public String id() {
        return "oks";
    }

    @Override
    public int degree() {
        return 0;
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        return at(e, label.scale().area() * 4 * sigma * sigma);
    }

    /// @param variance `A kappa²`, px²
    static LossValue at(Point e, double variance) {
        double square = e.x() * e.x() + e.y() * e.y();
        if (square == 0) {
            return LossValue.ZERO;
        }
        double exponent = square / (2 * variance);
        double similarity = Math.exp(-exponent);
        double factor = similarity > 0 ? similarity / variance : 0;
        return new LossValue(-Math.expm1(-exponent), factor * e.x(), factor * e.y());
    }
}
