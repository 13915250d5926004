package penumbra.engine.loss;

import penumbra.engine.head.RawOutput;

/// A loss and its derivative.
///
/// @param items per picture
/// @param total what is minimised: their sum times the number of pictures
/// @param positives anchors that had an object to find
/// @param gradient derivative of `total` by every raw output
public record LossResult(LossItems items, double total, int positives, RawOutput gradient) {}
