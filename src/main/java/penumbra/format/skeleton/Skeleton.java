package penumbra.format.skeleton;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

/// One annotation with keypoints as its file states it, before the keypoints of the whole source
/// are known.
///
/// @param line 1-based line where it begins
/// @param className as written; blank when the file says none
/// @param category the declaration of that class, when the file has one
/// @param names of the keypoints, as many as there are, or none at all when the file does not name
///   them
/// @param keypoints picture px
/// @param statesVisibility whether the file says which points are seen; if not, points beyond the
///   picture become occluded
record Skeleton(
        int line,
        String className,
        Optional<Category> category,
        List<String> names,
        List<Keypoint> keypoints,
        boolean statesVisibility,
        Optional<Box> box,
        String annotator) {

    Skeleton {
        names = List.copyOf(names);
        keypoints = List.copyOf(keypoints);
    }

    /// How many keypoints its kind has.
    int count() {
        return category.map(c -> c.keypoints().size()).filter(n -> n > 0).orElse(keypoints.size());
    }

    Skeleton withBox(Box newBox) {
        return new Skeleton(
                line,
                className,
                category,
                names,
                keypoints,
                statesVisibility,
                Optional.of(newBox),
                annotator);
    }
}
