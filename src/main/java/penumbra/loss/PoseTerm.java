package penumbra.loss;

import java.util.List;

/// The keypoint term of a training step, over all anchors of a batch that have an object to find.
///
/// Frame: input px. A value does not depend on how many pictures share the batch.
public sealed interface PoseTerm permits PoseLoss, YoloPose {

    /// The term and its gradients, gain applied.
    ///
    /// @param value of the batch
    /// @param targets in the order given; gradients as in the batch's value
    record BatchValue(double value, List<TargetValue> targets) {

        public BatchValue {
            targets = List.copyOf(targets);
        }
    }

    /// @param batch one list of K keypoints for each positive anchor; K may not be 0
    BatchValue of(List<List<KeypointResidual>> batch);

    /// Overall factor.
    double gain();
}
