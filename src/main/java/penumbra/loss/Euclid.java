package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// Distance from the label.
///
/// Formula: `sqrt(e_x² + e_y² + eps²)`. Source: the norm of \[S0\] eq. 6 without its rings. Pulls
/// with the same force at any distance: not where labels should be trusted only in part.
///
/// @param eps px by which the tip at the label is rounded; 0 leaves it sharp, with gradient 0
public record Euclid(double eps) implements KeypointLoss {

    public Euclid {
        Require.notNegative("eps", eps);
    }

    @Override
    public String id() {
        return "euclid";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        double norm = Math.hypot(e.norm(), eps);
        return LossValue.radial(e, norm, norm, 1);
    }
}
