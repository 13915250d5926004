package penumbra.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// One labelled object, here a plate.
///
/// @param id stays the same through every edit
/// @param classIndex index into [Schema#classes()]
/// @param keypoints in schema order, picture px
/// @param box the box that was given with an import; empty means the hull of the labelled keypoints
/// @param annotator who placed the points last; empty when nobody said
public record Target(
        UUID id, int classIndex, List<Keypoint> keypoints, Optional<Box> box, String annotator) {

    public Target {
        keypoints = List.copyOf(keypoints);
        if (classIndex < 0) {
            throw new IllegalArgumentException("a class index is 0 or more: " + classIndex);
        }
    }

    /// A new target with an id of its own.
    public static Target of(
            int classIndex, List<Keypoint> keypoints, Optional<Box> box, String annotator) {
        return new Target(UUID.randomUUID(), classIndex, keypoints, box, annotator);
    }

    public List<Point> labelledPoints() {
        return keypoints.stream().filter(Keypoint::labelled).map(Keypoint::at).toList();
    }

    /// The stated box, else the hull of the labelled keypoints; empty when there is neither.
    public Optional<Box> extent() {
        return box.isPresent() ? box : Box.hull(labelledPoints());
    }

    public Target withClassIndex(int index) {
        return new Target(id, index, keypoints, box, annotator);
    }

    public Target withKeypoints(List<Keypoint> points) {
        return new Target(id, classIndex, points, box, annotator);
    }

    /// This target with its points placed anew by somebody. A stated box goes with them: each of
    /// its sides moves as that side of the hull of the labelled points does, so that it keeps its
    /// margins. Without a labelled point before or after, the box stays.
    public Target moved(List<Keypoint> points, String mover) {
        Target placed = new Target(id, classIndex, points, box, mover);
        Optional<Box> before = Box.hull(labelledPoints());
        Optional<Box> after = Box.hull(placed.labelledPoints());
        if (box.isEmpty() || before.isEmpty() || after.isEmpty()) {
            return placed;
        }
        Box follows = box.get().following(before.get(), after.get());
        return new Target(id, classIndex, points, Optional.of(follows), mover);
    }

    /// The same labels under another id.
    public Target withId(UUID newId) {
        return new Target(newId, classIndex, keypoints, box, annotator);
    }
}
