package penumbra.loss;

import java.util.List;
import penumbra.uncertainty.LabelContext;

/// A keypoint loss of choice as the keypoint term.
///
/// Formula: `gain · mean over targets with a label of (u_t^degree · reduced loss of the target)`.
/// Source: \[S0\] eq. 7 with the reduction and units chosen here. Targets without a labelled
/// keypoint add nothing and are not counted.
///
/// @param loss of one keypoint, in px
/// @param units factor of each target
/// @param reduction over a target's keypoints
/// @param gain overall factor, 0 or more
public record PoseLoss(KeypointLoss loss, LossUnits units, Reduction reduction, double gain)
        implements PoseTerm {

    /// Residual per coordinate at which gains are matched, share of the square root of the area.
    private static final double TAU = 0.1;

    public PoseLoss {
        Require.notNegative("gain", gain);
    }

    @Override
    public BatchValue of(List<List<KeypointResidual>> batch) {
        List<TargetValue> targets = batch.stream().map(this::target).toList();
        long counted = targets.stream().filter(t -> t.labelled() > 0).count();
        double share = gain / Math.max(1, counted);
        double sum = targets.stream().mapToDouble(TargetValue::value).sum();
        return new BatchValue(sum * share, targets.stream().map(t -> t.times(share)).toList());
    }

    /// One target's loss in its units, before gain and mean.
    public TargetValue target(List<KeypointResidual> points) {
        double unit = units.factor(points.getFirst().label().scale());
        return loss.target(points, reduction).times(Math.pow(unit, loss.degree()));
    }

    /// The same with the gain at which it pulls as hard as the stock term does, for residuals of a
    /// tenth of the box ([MatchedGain]).
    ///
    /// @param usual a target and label such as the data have, input px
    public PoseLoss matched(LabelContext usual) {
        return new PoseLoss(
                loss,
                units,
                reduction,
                MatchedGain.of(
                        loss, units, usual, TAU, 2 * YoloPose.PLATE_SIGMA, YoloPose.STOCK_GAIN));
    }
}
