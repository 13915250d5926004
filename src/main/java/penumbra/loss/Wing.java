package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// Wing loss: a logarithm with an offset for small errors.
///
/// Formula, per coordinate: `w ln(1 + |x| / eps)` for |x| below w, else `|x| - w + w ln(1 + w /
/// eps)`. Source: \[P2\], which \[S0\] III-A names. Its slope at 0 is the steepest, w / eps, times
/// the sign and 0 at 0: the opposite of partial trust. Not for noisy labels.
///
/// @param w where the line begins, px
/// @param eps offset of the logarithm, px
public record Wing(double w, double eps) implements KeypointLoss {

    public Wing {
        Require.positive("w", w);
        Require.positive("eps", eps);
    }

    @Override
    public String id() {
        return "wing";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        return new LossValue(value(e.x()) + value(e.y()), slope(e.x()), slope(e.y()));
    }

    /// Of one coordinate.
    public double value(double x) {
        double size = Math.abs(x);
        return size < w ? w * Math.log1p(size / eps) : size - w + w * Math.log1p(w / eps);
    }

    /// Derivative of one coordinate.
    public double slope(double x) {
        double size = Math.abs(x);
        return Math.signum(x) * (size < w ? w / (eps + size) : 1);
    }
}
