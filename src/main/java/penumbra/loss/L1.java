package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// Absolute error per coordinate.
///
/// Formula: `|e_x| + |e_y|`, or half of it. Source: named without a formula in \[S0\] III-A.
/// Gradient 0 at 0. Not for residuals whose direction should not matter: it is larger along
/// diagonals.
///
/// @param coordinates whether the two coordinates are added or averaged
public record L1(Coordinates coordinates) implements KeypointLoss {

    @Override
    public String id() {
        return "l1";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        LossValue sum =
                new LossValue(
                        Math.abs(e.x()) + Math.abs(e.y()), Math.signum(e.x()), Math.signum(e.y()));
        return coordinates == Coordinates.MEAN ? sum.times(0.5) : sum;
    }
}
