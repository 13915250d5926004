package penumbra.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.Execution;
import penumbra.engine.net.FoldedWeights;
import penumbra.engine.net.Network;
import penumbra.engine.torch.Torch;
import penumbra.engine.torch.TorchException;
import penumbra.engine.weights.ClassNames;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;

/// Weights run by libtorch, batch normalisation folded.
///
/// @param torch closed with this
public record TorchDetector(Torch torch, Network network, List<String> classNames)
        implements Detector {

    static TorchDetector open(Path file, Execution execution, int threads)
            throws WeightsException, TorchException {
        PoseWeights read = PoseWeights.read(file);
        Weights weights = read.weights();
        Architecture architecture = read.architecture();
        Torch torch = Torch.open(threads);
        try {
            return new TorchDetector(
                    torch,
                    new Network(
                            torch,
                            architecture,
                            FoldedWeights.of(architecture.graph(), weights),
                            execution),
                    ClassNames.of(weights.metadata(), architecture.head().classes()));
        } catch (RuntimeException e) {
            torch.close();
            throw e;
        }
    }

    @Override
    public HeadLayout layout() {
        return network.architecture().head();
    }

    @Override
    public Optional<AnchorGrid> size() {
        return Optional.empty();
    }

    @Override
    public Decoded detect(RgbImage input, double floor) {
        AnchorGrid grid = new AnchorGrid(input.height(), input.width());
        return network.evaluate(input.planes(), grid).decode(floor);
    }

    @Override
    public void close() {
        network.close();
        torch.close();
    }
}
