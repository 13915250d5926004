package penumbra.ui.overlay;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Target;

/// What was measured about labels.
///
/// @param snapped how sure each keypoint of a target is after a snap, in schema order, picture px;
///   an empty list when the target was not snapped
/// @param pairs keypoints of a picture, by its id, that two people labelled
public record Measurements(
        Function<Target, List<Optional<Covariance>>> snapped, LongFunction<List<Pair>> pairs) {

    /// Nothing measured.
    public static final Measurements NONE = new Measurements(_ -> List.of(), _ -> List.of());

    /// One keypoint as two people placed it, picture px.
    ///
    /// @param noise how far one person's labels scatter here, as the pairs of the project say;
    ///   empty when there are too few
    public record Pair(Point first, Point second, Optional<Covariance> noise) {}
}
