package penumbra.plot.loss;

import penumbra.loss.KeypointLoss;
import penumbra.loss.LossUnits;
import penumbra.loss.MatchedGain;
import penumbra.uncertainty.LabelContext;

/// What a loss is multiplied by before it is drawn beside others.
///
/// As defined, losses have different units and slopes and may be looked at, not compared. Matched,
/// each has the gain with which it pulls as hard as the stock keypoint term `12 OKS(0.5)` under
/// residuals of `tau` times the side of the box, in units of the box ([LossUnits#BOX]): what is
/// drawn is then the term that a training step adds for one keypoint.
///
/// @param matched or as defined
/// @param tau deviation of the residuals per coordinate, share of the square root of the box's area
public record Weight(boolean matched, double tau) {

    public static final Weight AS_DEFINED = new Weight(false, 0.1);

    private static final double STOCK_GAIN = 12;
    private static final double STOCK_KAPPA = 0.5;

    public Weight {
        if (!(tau > 0) || !Double.isFinite(tau)) {
            throw new IllegalArgumentException("tau is above 0, not " + tau);
        }
    }

    /// The gain alone, without the unit of the box; 1 as defined.
    public double gain(KeypointLoss loss, LabelContext label) {
        return matched
                ? MatchedGain.of(loss, LossUnits.BOX, label, tau, STOCK_KAPPA, STOCK_GAIN)
                : 1;
    }

    /// Gain and unit together.
    double factor(KeypointLoss loss, LabelContext label) {
        return matched
                ? gain(loss, label) * Math.pow(LossUnits.BOX.factor(label.scale()), loss.degree())
                : 1;
    }
}
