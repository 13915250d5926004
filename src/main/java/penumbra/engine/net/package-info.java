/// The YOLOv8-pose network: its graph as data, its weights' names, shapes and initial values, and
/// its execution by libtorch.
///
/// **Frames.** Pictures go in as RGB, `[B, 3, H, W]`, 0 to 1, H and W multiples of 32. What comes
/// out is `[B, 64 + nc + nk, A]`, see [penumbra.engine.head.RawOutput].
package penumbra.engine.net;
