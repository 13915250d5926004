/// The network, trained and used in Java. Only rooms of this package know DJL, and no tensor of
/// libtorch leaves it.
///
/// Rooms: `weights` (files), `torch` (libtorch), `net` (architecture and execution), `head` (what
/// the numbers mean), `heatmap` (the other head), `assign` and `loss` (what training wants),
/// `optim` (its steps), `onnx` (models out). All but `torch`, `net` and `optim` are plain Java.
package penumbra.engine;
