package penumbra.engine.loss;

import penumbra.engine.head.HeadOutput;

/// A loss and its derivative.
///
/// @param items per picture
/// @param total what is minimised
/// @param positives anchors that had an object to find
/// @param keypoints how wrong each keypoint was, for schedules
/// @param gradient derivative of `total` by every raw output
public record LossResult(
        LossItems items,
        double total,
        int positives,
        KeypointTally keypoints,
        HeadOutput gradient) {}
