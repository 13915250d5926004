package penumbra.uncertainty.measure;

import penumbra.geometry.Point;

/// Two annotations of one keypoint: how far the second lies from the first.
///
/// @param along the light bar, px, positive outwards
/// @param across the bar, px
/// @param gap smallest distance between two keypoints of the target, px
public record NoisePair(double along, double across, double gap) {

    /// @throws IllegalArgumentException if a value is not finite or the gap negative
    public NoisePair {
        if (!Double.isFinite(along) || !Double.isFinite(across) || !(gap >= 0 && gap < 1e9)) {
            throw new IllegalArgumentException(
                    "a pair needs finite differences and a gap of 0 or more");
        }
    }

    /// @param outwards direction of the bar from its inner to this outer end, any length but 0
    public static NoisePair of(Point first, Point second, Point outwards, double gap) {
        Point d = second.minus(first);
        double length = outwards.norm();
        if (length == 0) {
            throw new IllegalArgumentException("a direction needs a length");
        }
        return new NoisePair(d.dot(outwards) / length, outwards.cross(d) / length, gap);
    }

    /// Distance between the two, px.
    public double distance() {
        return Math.hypot(along, across);
    }
}
