/// Trained networks as ONNX models, for robots and other programs. Plain Java.
package penumbra.engine.onnx;
