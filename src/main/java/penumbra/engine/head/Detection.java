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
                keypoints.stream().map(PredictedPoint::confidence).toList());
    }

    /// A keypoint as predicted.
    ///
    /// @param visibility probability of being labelled; 1 where the network does not say
    /// @param confidence how sure the network is of it, 0 to 1: the probability of being labelled,
    ///   or the height of its peak in a heat map
    public record PredictedPoint(Point at, double visibility, double confidence) {

        /// One that the network says nothing more about.
        public PredictedPoint(Point at, double visibility) {
            this(at, visibility, visibility);
        }

        /// The same in another frame.
        public PredictedPoint movedTo(Point place) {
            return new PredictedPoint(place, visibility, confidence);
        }
    }
}
