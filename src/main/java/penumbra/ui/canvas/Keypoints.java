package penumbra.ui.canvas;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;

/// Keypoints at other places.
final class Keypoints {

    private Keypoints() {}

    /// The keypoints with the places of a gesture; each keeps its visibility.
    static List<Keypoint> placed(List<Keypoint> keypoints, List<Point> places) {
        return IntStream.range(0, keypoints.size())
                .mapToObj(i -> new Keypoint(places.get(i), keypoints.get(i).visibility()))
                .toList();
    }
}
