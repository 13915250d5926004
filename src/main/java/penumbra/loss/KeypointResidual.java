package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// One keypoint of a target as a loss sees it.
///
/// @param residual prediction minus label, px; means nothing unless labelled
public record KeypointResidual(Point residual, boolean labelled, LabelContext label) {}
