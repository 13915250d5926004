package penumbra.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.data.input.Letterbox;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.engine.heatmap.MapOutput;
import penumbra.engine.heatmap.MapRecord;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.Execution;
import penumbra.engine.net.FoldedWeights;
import penumbra.engine.net.Network;
import penumbra.engine.net.YoloV8Heatmap;
import penumbra.engine.torch.Torch;
import penumbra.engine.torch.TorchException;
import penumbra.engine.weights.ClassNames;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.geometry.Size;
import penumbra.uncertainty.record.PredictionRecord;

/// Weights run by libtorch, batch normalisation folded.
///
/// @param torch closed with this
public record TorchDetector(Torch torch, Network network, List<String> classNames, int side)
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
                    ClassNames.of(weights.metadata(), architecture.head().classes()),
                    read.side());
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

    /// Whether the network has maps of that form.
    public boolean hasMaps(KeypointForm form) {
        return network.architecture() instanceof YoloV8Heatmap head && head.layout().form() == form;
    }

    /// What the cells of AdaAnchor's maps say of a picture.
    ///
    /// @param side longest side of the network's input, a multiple of 32
    /// @param name of the picture's file
    /// @throws IllegalStateException if the network has no such maps
    public PredictionRecord record(RgbImage picture, int side, String name) {
        Size size = new Size(picture.width(), picture.height());
        Letterbox letterbox = Letterbox.predicting(size, side, Predictor.GRAIN).atCorner();
        RgbImage input = letterbox.apply(picture);
        AnchorGrid grid = new AnchorGrid(input.height(), input.width());
        if (network.evaluate(input.planes(), grid) instanceof MapOutput maps) {
            return MapRecord.of(maps, letterbox.inner(), name);
        }
        throw new IllegalStateException("no maps");
    }

    @Override
    public void close() {
        network.close();
        torch.close();
    }
}
