/// Trained numbers in files: `.safetensors` in and out, Ultralytics' `.pt` in. Plain Java, without
/// libtorch; nothing that a file holds is ever run.
package penumbra.engine.weights;
