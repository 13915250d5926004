package penumbra.engine;

import java.util.List;
import penumbra.data.input.Letterbox;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.Decoder;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Detection.PredictedPoint;
import penumbra.engine.head.Suppression;
import penumbra.engine.net.Execution;
import penumbra.engine.net.FoldedWeights;
import penumbra.engine.net.Network;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Size;

/// Finds objects in single pictures with a trained network.
///
/// The picture is letterboxed to the side with grey only up to the next multiple of 32, batch
/// normalisation is folded. Belongs to the thread of its [Torch].
///
/// Departure from the reference: keypoints beyond the border stay where they were predicted.
public final class Predictor implements AutoCloseable {

    private static final int GRAIN = 32;

    private final Network network;
    private final int side;
    private final Suppression suppression;

    /// @param side longest side of the network's input, a multiple of 32
    public Predictor(
            Torch torch,
            YoloV8Pose architecture,
            Weights weights,
            Execution execution,
            int side,
            Suppression suppression) {
        if (side < GRAIN || side % GRAIN != 0) {
            throw new IllegalArgumentException("input side " + side);
        }
        this.network =
                new Network(
                        torch,
                        architecture,
                        FoldedWeights.of(architecture.graph(), weights),
                        execution);
        this.side = side;
        this.suppression = suppression;
    }

    /// Objects in picture px, best first; boxes are clipped to the picture.
    public List<Detection> predict(RgbImage picture) {
        Letterbox letterbox =
                Letterbox.predicting(new Size(picture.width(), picture.height()), side, GRAIN);
        RgbImage input = letterbox.apply(picture);
        AnchorGrid grid = new AnchorGrid(input.height(), input.width());
        Decoded decoded =
                Decoder.decode(network.evaluate(input.planes(), grid), suppression.confidence());
        return suppression.detections(decoded, 0).stream()
                .map(d -> toPicture(d, letterbox))
                .toList();
    }

    private static Detection toPicture(Detection found, Letterbox letterbox) {
        return new Detection(
                letterbox.toPicture(found.box()),
                found.score(),
                found.classIndex(),
                found.keypoints().stream()
                        .map(p -> new PredictedPoint(letterbox.toPicture(p.at()), p.visibility()))
                        .toList());
    }

    @Override
    public void close() {
        network.close();
    }
}
