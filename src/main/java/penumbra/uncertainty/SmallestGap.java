package penumbra.uncertainty;

import java.util.List;
import java.util.OptionalDouble;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// Smallest distance between two labelled keypoints of one target.
///
/// Formula: `d_min = min over m < n of ‖p_m - p_n‖`. Source: \[S0\] eq. 2. Unit: that of the
/// points.
///
/// Departures: points that are not labelled take no part (their stored place means nothing), and
/// with fewer than two labelled points, where the source says nothing, the box's shorter side
/// stands in. Take the points before augmentation clears the visibility of those pushed out of the
/// picture, or sigma jumps.
public final class SmallestGap {

    private SmallestGap() {}

    /// @param labelled the labelled points only
    /// @return 0 when two coincide; empty with fewer than two
    public static OptionalDouble of(List<Point> labelled) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < labelled.size(); i++) {
            for (int j = i + 1; j < labelled.size(); j++) {
                least = Math.min(least, labelled.get(i).distance(labelled.get(j)));
            }
        }
        return labelled.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(least);
    }

    /// The gap, or the shorter side of the box with fewer than two labelled points.
    public static double of(List<Point> labelled, Box box) {
        return of(labelled).orElse(Math.min(box.width(), box.height()));
    }
}
