package penumbra.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// How far the labels of a target's keypoints are taken to scatter, picture px: as measured in the
/// project, else as assumed ([EndNoise#of]).
public final class LabelScatter {

    private LabelScatter() {}

    /// For each keypoint in schema order; empty where it is not labelled.
    public static List<Optional<EndNoise>> of(Target target, Schema schema) {
        double gap =
                SmallestGap.of(
                        target.labelledPoints(), target.extent().orElse(new Box(0, 0, 0, 0)));
        List<Optional<EndNoise>> scatter = new ArrayList<>();
        for (int k = 0; k < target.keypoints().size(); k++) {
            scatter.add(
                    target.keypoints().get(k).labelled()
                            ? Optional.of(
                                    EndNoise.of(schema.noise(), outwards(target, schema, k), gap))
                            : Optional.empty());
        }
        return scatter;
    }

    /// Unit vector along the bar to its end k; any direction where there is no bar.
    private static Point outwards(Target target, Schema schema, int k) {
        Point end = target.keypoints().get(k).at();
        return schema.edges().stream()
                .filter(edge -> edge.from() == k || edge.to() == k)
                .map(edge -> target.keypoints().get(edge.from() == k ? edge.to() : edge.from()))
                .filter(Keypoint::labelled)
                .map(other -> end.minus(other.at()))
                .filter(way -> way.norm() > 0)
                .map(way -> way.times(1 / way.norm()))
                .findFirst()
                .orElse(new Point(1, 0));
    }
}
