/// libtorch through DJL: the one place that starts it, and operations that DJL lacks as TorchScript
/// written at run time.
///
/// Everything here and what is made with it belongs to the thread that opened [Torch]: PyTorch's
/// gradient mode and its executor's settings are a thread's own. A fault in native code ends the
/// process, so the studio's process never comes here.
package penumbra.engine.torch;
