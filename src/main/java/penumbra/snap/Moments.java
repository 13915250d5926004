package penumbra.snap;

import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

/// Middle, principal direction and extents of some pixels, weighted with their light above a level.
///
/// @param middle picture px
/// @param direction unit length, along the larger extent
/// @param major standard deviation along it, px
/// @param minor standard deviation across it, px
record Moments(Point middle, Point direction, double major, double minor) {

    /// Variance of a place spread evenly over one pixel.
    private static final double PIXEL = 1.0 / 12;

    /// @param pixels at least one
    static Moments of(LightPatch patch, boolean[] pixels, double level) {
        double sum = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i]) {
                double weight = Math.max(1e-9, patch.light()[i] - level);
                double dx = i % patch.width();
                double dy = i / patch.width();
                sum += weight;
                x += weight * dx;
                y += weight * dy;
                xx += weight * dx * dx;
                xy += weight * dx * dy;
                yy += weight * dy * dy;
            }
        }
        x /= sum;
        y /= sum;
        double varianceX = Math.max(0, xx / sum - x * x) + PIXEL;
        double varianceY = Math.max(0, yy / sum - y * y) + PIXEL;
        Covariance spread = new Covariance(varianceX, xy / sum - x * y, varianceY);
        return new Moments(
                new Point(patch.left() + x + 0.5, patch.top() + y + 0.5),
                new Point(Math.cos(spread.angle()), Math.sin(spread.angle())),
                spread.major(),
                spread.minor());
    }
}
