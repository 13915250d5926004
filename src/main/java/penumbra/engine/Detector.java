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
public sealed interface Detector extends AutoCloseable permits TorchDetector, OnnxDetector {

    /// Opens `.onnx` with ONNX Runtime, everything else as weights for libtorch.
    ///
    /// @param execution how libtorch computes; ONNX Runtime computes as the model says
    /// @param threads inside an operation
    /// @throws WeightsException if the file holds no weights of a pose network
    /// @throws OnnxException if the file holds no exported pose network
    /// @throws TorchException if libtorch cannot be started
    static Detector open(Path file, Execution execution, int threads)
            throws WeightsException, OnnxException, TorchException {
        return SourceFiles.extension(file).equals("onnx")
                ? OnnxDetector.open(file, threads)
                : TorchDetector.open(file, execution, threads);
    }

    HeadLayout layout();

    /// One for each class.
    List<String> classNames();

    /// The one input size that it takes; empty when it takes any.
    Optional<AnchorGrid> size();

    /// @param input sides are multiples of 32, and those of [#size] where there is one
    /// @param floor anchors with no class above that probability may be left zero
    /// @throws OnnxException if ONNX Runtime stops
    Decoded detect(RgbImage input, double floor) throws OnnxException;

    @Override
    void close();
}
