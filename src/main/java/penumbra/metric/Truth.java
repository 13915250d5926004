package penumbra.metric;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Target;

/// A labelled target that predictions are held against.
///
/// @param points K keypoints; places mean nothing where not labelled
/// @param labelled which of them count
public record Truth(int classIndex, List<Point> points, List<Boolean> labelled, Box box) {

    /// @throws IllegalArgumentException if the lists differ in length
    public Truth {
        points = List.copyOf(points);
        labelled = List.copyOf(labelled);
        if (points.size() != labelled.size()) {
            throw new IllegalArgumentException(
                    points.size() + " points, but " + labelled.size() + " visibilities");
        }
    }

    /// A target as it is labelled; without any label its box is empty.
    public static Truth of(Target target) {
        return new Truth(
                target.classIndex(),
                target.keypoints().stream().map(Keypoint::at).toList(),
                target.keypoints().stream().map(Keypoint::labelled).toList(),
                target.extent().orElse(new Box(0, 0, 0, 0)));
    }

    public boolean hasLabel() {
        return labelled.contains(true);
    }

    /// Distances of the labelled keypoints.
    List<Double> distances(List<Point> predicted) {
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (labelled.get(i)) {
                distances.add(points.get(i).distance(predicted.get(i)));
            }
        }
        return distances;
    }
}
