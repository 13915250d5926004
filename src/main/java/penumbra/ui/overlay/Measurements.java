package penumbra.ui.overlay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Target;

/// What was measured about the labels of a picture.
///
/// @param snapped how sure each keypoint of a target is after a snap, in schema order, picture px,
///   by the target's id; targets that were not snapped are missing
/// @param pairs keypoints that two people labelled
public record Measurements(Map<UUID, List<Optional<Covariance>>> snapped, List<Pair> pairs) {

    /// Nothing measured.
    public static final Measurements NONE = new Measurements(Map.of(), List.of());

    /// One keypoint as two people placed it, picture px.
    ///
    /// @param noise how far one person's labels scatter here, as the pairs of the project say;
    ///   empty when there are too few
    public record Pair(Point first, Point second, Optional<Covariance> noise) {}

    public Measurements {
        snapped = Map.copyOf(snapped);
        pairs = List.copyOf(pairs);
    }

    /// How sure each keypoint of the target is; none when it was not snapped.
    List<Optional<Covariance>> of(Target target) {
        return snapped.getOrDefault(target.id(), List.of());
    }
}
