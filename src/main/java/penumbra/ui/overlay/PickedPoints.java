package penumbra.ui.overlay;

import java.util.Set;
import java.util.TreeSet;

/// Which keypoints of the schema something is shown for: all but those that were taken out.
///
/// @param without indices of keypoints
record PickedPoints(Set<Integer> without) {

    static final PickedPoints ALL = new PickedPoints(Set.of());

    PickedPoints {
        without = Set.copyOf(without);
    }

    boolean has(int keypoint) {
        return !without.contains(keypoint);
    }

    PickedPoints with(int keypoint, boolean picked) {
        Set<Integer> next = new TreeSet<>(without);
        if (picked) {
            next.remove(keypoint);
        } else {
            next.add(keypoint);
        }
        return new PickedPoints(next);
    }
}
