package penumbra.engine.assign;

import java.util.List;
import java.util.function.IntFunction;
import penumbra.engine.head.AnchorGrid;
import penumbra.geometry.Point;

/// What the network predicts now for one picture, asked for few anchors only.
///
/// @param boxes of an anchor: x1, y1, x2, y2 in input px
/// @param scores of an anchor
/// @param keypoints of an anchor, input px
public record Predictions(
        AnchorGrid grid,
        IntFunction<float[]> boxes,
        Scores scores,
        IntFunction<List<Point>> keypoints) {

    /// The predicted probability of a class at an anchor.
    @FunctionalInterface
    public interface Scores {
        float at(int anchor, int classIndex);
    }
}
