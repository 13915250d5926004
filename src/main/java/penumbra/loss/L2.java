package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// Squared error.
///
/// Formula: `(e_x² + e_y²) / (2 e_ref)`, `e_ref = reference sqrt(area)`, so that its slope is 1 at
/// e_ref and its unit px like that of the others; or the plain square; or half of that. Source:
/// named without a formula in \[S0\] III-A; the scaling is ours. A target without area has e_ref of
/// 1 px at least. One gross error outweighs many good labels: not for labels with outliers.
///
/// @param form which of the three
/// @param reference share of the square root of the box's area at which the scaled form has slope 1
public record L2(Form form, double reference) implements KeypointLoss {

    /// Scaled to px, plain `e_x² + e_y²`, or its half.
    public enum Form {
        SCALED,
        SQUARED,
        MEAN
    }

    private static final double LEAST_REFERENCE = 1;

    public L2 {
        Require.positive("reference", reference);
    }

    @Override
    public String id() {
        return "l2";
    }

    @Override
    public int degree() {
        return form == Form.SCALED ? 1 : 2;
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        double factor =
                switch (form) {
                    case SCALED -> {
                        double side = Math.sqrt(label.scale().area());
                        yield 1 / (2 * Math.max(LEAST_REFERENCE, reference * side));
                    }
                    case SQUARED -> 1;
                    case MEAN -> 0.5;
                };
        double square = e.x() * e.x() + e.y() * e.y();
        return new LossValue(square, 2 * e.x(), 2 * e.y()).times(factor);
    }
}
