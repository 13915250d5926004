package penumbra.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.engine.head.Detection;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Detections as targets.
final class DetectionTargets {

    /// Below it a keypoint counts as not there.
    private static final double LEAST_VISIBILITY = 0.5;

    private DetectionTargets() {}

    /// The schema that a network's detections are drawn with: four keypoints are those of a plate.
    static Schema schema(int keypoints, List<String> names) {
        Schema plate = Schema.ARMOR_PLATE;
        List<String> points =
                keypoints == plate.keypointCount()
                        ? plate.keypoints()
                        : IntStream.range(0, keypoints).mapToObj(k -> "kpt_" + k).toList();
        List<String> distinct =
                IntStream.range(0, names.size())
                        .mapToObj(c ->
                                names.indexOf(names.get(c)) == c
                                        ? names.get(c)
                                        : names.get(c) + " " + c)
                        .toList();
        Schema plain = Schema.plain(points, distinct);
        return keypoints == plate.keypointCount()
                ? new Schema(
                        points, plate.edges(), plate.flip(), plain.oksSigmas(), plain.classes())
                : plain;
    }

    /// @param classIndex in the schema that the target is for
    static Target of(Detection detection, int classIndex, String annotator) {
        List<Keypoint> keypoints =
                detection.keypoints().stream()
                        .map(k ->
                                new Keypoint(
                                        k.at(),
                                        k.visibility() < LEAST_VISIBILITY
                                                ? Visibility.UNLABELLED
                                                : Visibility.VISIBLE))
                        .toList();
        return Target.of(classIndex, keypoints, Optional.of(detection.box()), annotator);
    }
}
