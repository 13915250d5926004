package penumbra.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.net.Execution;
import penumbra.engine.onnx.OnnxException;
import penumbra.engine.torch.TorchException;
import penumbra.engine.weights.WeightsException;
import penumbra.format.SourceFiles;

/// A trained pose network that can be asked, whatever runs it. To be used on the thread that opened
/// it, and to be closed.
public sealed interface Detector extends AutoCloseable
        permits TorchDetector, OnnxDetector, RuntimeDetector {

    /// Opens `.onnx` and, for [Execution#FAST], weights with ONNX Runtime, weights for any other
    /// execution with libtorch.
    ///
    /// @param execution how weights are run; a model is run as it says
    /// @param threads inside an operation
    /// @throws WeightsException if the file holds no weights of a pose network
    /// @throws OnnxException if the file holds no exported pose network
    /// @throws TorchException if libtorch cannot be started
    static Detector open(Path file, Execution execution, int threads)
            throws WeightsException, OnnxException, TorchException {
        if (SourceFiles.extension(file).equals("onnx")) {
            return OnnxDetector.open(file, threads);
        }
        return execution.equals(Execution.FAST)
                ? RuntimeDetector.open(file, threads)
                : TorchDetector.open(file, execution, threads);
    }

    HeadLayout layout();

    /// One for each class.
    List<String> classNames();

    /// The one input size that it takes; empty when it takes any.
    Optional<AnchorGrid> size();

    /// Longest side of the input that it was trained at, px; 640 where its file does not say.
    int side();

    /// @param input sides are multiples of 32, and those of [#size] where there is one
    /// @param floor anchors with no class above that probability may be left zero
    /// @throws OnnxException if ONNX Runtime stops
    Decoded detect(RgbImage input, double floor) throws OnnxException;

    @Override
    void close();
}
