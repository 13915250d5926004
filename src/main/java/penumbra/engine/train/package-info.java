/// A training run from its data to its files: batches, steps, validation, checkpoints, events. What
/// a run leaves behind is described in [penumbra.run].
package penumbra.engine.train;
