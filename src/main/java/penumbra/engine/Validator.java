package penumbra.engine;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.data.input.RgbImage;
import penumbra.data.input.ValidationFrame;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.Suppression;
import penumbra.engine.onnx.OnnxException;
import penumbra.geometry.Size;
import penumbra.metric.Detection;

/// Finds objects as the reference does when it validates: pictures loaded and padded as
/// [ValidationFrame] says, detections left in input px.
///
/// @param side longest side of a loaded picture
public record Validator(Detector detector, int side, Suppression suppression) {

    /// As the reference groups them.
    private static final int GROUP = 16;

    /// The frame of each picture, in their order; where the network takes one size, that one.
    public List<ValidationFrame> frames(List<Size> pictures) {
        if (detector.size().isPresent()) {
            AnchorGrid only = detector.size().get();
            Size input = new Size(only.columns(), only.rows());
            int longest = Math.max(only.columns(), only.rows());
            return pictures.stream().map(p -> ValidationFrame.of(p, longest, input)).toList();
        }
        List<Size> inputs = ValidationFrame.inputs(pictures, side, GROUP);
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> ValidationFrame.of(pictures.get(i), side, inputs.get(i)))
                .toList();
    }

    /// Objects in input px, best first; boxes are not clipped.
    ///
    /// @throws OnnxException if ONNX Runtime stops
    public List<Detection> detect(RgbImage picture, ValidationFrame frame) throws OnnxException {
        Decoded decoded = detector.detect(frame.apply(picture), suppression.confidence());
        return suppression.detections(decoded, 0).stream().map(d -> d.judged()).toList();
    }
}
