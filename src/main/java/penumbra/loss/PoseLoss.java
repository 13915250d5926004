package penumbra.loss;

import java.util.List;

/// The keypoint term of a training step: a keypoint loss over all positive targets of a batch.
///
/// Formula: `gain · mean over targets with a label of (u_t^degree · reduced loss of the target)`.
/// Source: \[S0\] eq. 7 with the reduction and units chosen here. Targets without a labelled
/// keypoint add nothing and are not counted, so that the value does not depend on how many share
/// the batch.
///
/// @param loss of one keypoint, in px
/// @param units factor of each target
/// @param reduction over a target's keypoints
/// @param gain overall factor, 0 or more
public record PoseLoss(KeypointLoss loss, LossUnits units, Reduction reduction, double gain) {

    /// The loss and its gradients.
    ///
    /// @param targets in the order given; gradients as in the batch's loss
    public record BatchValue(double value, List<TargetValue> targets) {

        public BatchValue {
            targets = List.copyOf(targets);
        }
    }

    public PoseLoss {
        Require.notNegative("gain", gain);
    }

    /// @param batch one list of K keypoints for each positive target; K may not be 0
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
}
