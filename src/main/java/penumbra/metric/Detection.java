package penumbra.metric;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// A predicted target.
///
/// @param score confidence, larger is surer
/// @param points K keypoints in schema order
/// @param confidences of each keypoint, 0 to 1; none where nothing is known
public record Detection(
        int classIndex, double score, List<Point> points, Box box, List<Double> confidences) {

    public Detection {
        points = List.copyOf(points);
        confidences = List.copyOf(confidences);
    }

    /// One that says nothing about single keypoints.
    public Detection(int classIndex, double score, List<Point> points, Box box) {
        this(classIndex, score, points, box, List.of());
    }
}
