package penumbra.engine.loss;

import penumbra.data.input.InputLabel;

/// An anchor that has an object to find.
///
/// @param picture of the batch
/// @param weight the score its class should get there
record Positive(int picture, int anchor, InputLabel target, double weight) {}
