package penumbra.metric;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// A predicted target.
///
/// @param score confidence, larger is surer
/// @param points K keypoints in schema order
public record Detection(int classIndex, double score, List<Point> points, Box box) {

    public Detection {
        points = List.copyOf(points);
    }
}
