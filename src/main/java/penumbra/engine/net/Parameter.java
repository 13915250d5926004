package penumbra.engine.net;

import ai.djl.ndarray.NDArray;

/// A tensor that training changes, the network's own.
///
/// @param gradient derivatives of the loss by it, of the same order in memory; those of several
///   batches add up until somebody clears them
public record Parameter(NDArray value, NDArray gradient) {}
