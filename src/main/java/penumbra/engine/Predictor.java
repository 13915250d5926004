package penumbra.engine;

import java.util.List;
import penumbra.data.input.Letterbox;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Suppression;
import penumbra.engine.onnx.OnnxException;
import penumbra.geometry.Size;

/// Finds objects in single pictures with a trained network.
///
/// The picture is letterboxed to the side with grey only up to the next multiple of 32, or to the
/// one size that the network takes.
///
/// Departure from the reference: keypoints beyond the border stay where they were predicted.
///
/// @param side longest side of the network's input, a multiple of 32
public record Predictor(Detector detector, int side, Suppression suppression) {

    /// Sides of the network's input are multiples of it.
    static final int GRAIN = 32;

    public Predictor {
        if (side < GRAIN || side % GRAIN != 0) {
            throw new IllegalArgumentException("input side " + side);
        }
    }

    /// Objects in picture px, best first; boxes are clipped to the picture.
    ///
    /// @throws OnnxException if ONNX Runtime stops
    public List<Detection> predict(RgbImage picture) throws OnnxException {
        Size size = new Size(picture.width(), picture.height());
        Letterbox letterbox =
                detector.size()
                        .map(only ->
                                Letterbox.into(size, new Size(only.columns(), only.rows()), true))
                        .orElseGet(() -> Letterbox.predicting(size, side, GRAIN));
        Decoded decoded = detector.detect(letterbox.apply(picture), suppression.confidence());
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
                        .map(p -> p.movedTo(letterbox.toPicture(p.at())))
                        .toList());
    }
}
