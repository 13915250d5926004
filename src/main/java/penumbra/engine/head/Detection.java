package penumbra.engine.head;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// One object that the network found.
///
/// @param box input px, or picture px once carried back
/// @param score probability of its class
/// @param keypoints in the schema's order
public record Detection(Box box, double score, int classIndex, List<PredictedPoint> keypoints) {

    public Detection {
        keypoints = List.copyOf(keypoints);
    }

    /// The same as metrics take it, in the same frame; what they do not judge is left out.
    public penumbra.metric.Detection judged() {
        return new penumbra.metric.Detection(
                classIndex,
                score,
                keypoints.stream().map(PredictedPoint::at).toList(),
                box,
                keypoints.stream().map(PredictedPoint::visibility).toList());
    }

    /// A keypoint as predicted.
    ///
    /// @param visibility probability of being labelled; 1 where the network does not say
    public record PredictedPoint(Point at, double visibility) {}
}
