/// Trained networks as ONNX models, for robots and other programs: written in plain Java, run by
/// ONNX Runtime, which only this room knows.
package penumbra.engine.onnx;
