package penumbra.geometry;

import java.util.List;

/// Covariance of a point's two coordinates: the symmetric matrix `[[xx, xy], [xy, yy]]`, in the
/// square of the frame's unit (picture px² for labels). Zero variance is allowed, negative is not.
///
/// @param xx variance of x
/// @param xy covariance of x and y
/// @param yy variance of y
public record Covariance(double xx, double xy, double yy) {

    /// Share by which `xy²` may exceed `xx yy`, for rounding.
    private static final double SLACK = 1e-9;

    /// @throws IllegalArgumentException if a value is NaN or infinite, a variance negative, or the
    ///   correlation beyond 1
    public Covariance {
        if (!Double.isFinite(xx) || !Double.isFinite(xy) || !Double.isFinite(yy)) {
            throw new IllegalArgumentException("a covariance needs finite values");
        }
        xy += 0.0; // -0.0 would turn an upright ellipse's axis from pi/2 to -pi/2
        double product = xx * yy;
        if (xx < 0 || yy < 0 || xy * xy > product + SLACK * (xx + yy) * (xx + yy)) {
            throw new IllegalArgumentException(
                    "no covariance has variances " + xx + ", " + yy + " and covariance " + xy);
        }
    }

    /// That of places around their mean: `Σ (p_i - p̄)(p_i - p̄)ᵀ / (n - 1)`.
    ///
    /// @param places two or more
    public static Covariance of(List<Point> places) {
        Point mean = places.stream().reduce(Point::plus).orElseThrow().times(1.0 / places.size());
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point p : places) {
            Point d = p.minus(mean);
            xx += d.x() * d.x();
            xy += d.x() * d.y();
            yy += d.y() * d.y();
        }
        int n = places.size() - 1;
        return new Covariance(xx / n, xy / n, yy / n);
    }

    /// The same standard deviation in every direction.
    public static Covariance isotropic(double sigma) {
        return new Covariance(sigma * sigma, 0, sigma * sigma);
    }

    /// Standard deviations along a direction and across it, uncorrelated: `R diag(along², across²)
    /// Rᵀ`.
    ///
    /// @param direction of any length but zero
    /// @throws IllegalArgumentException if the direction has no length or a deviation is negative
    public static Covariance alongAcross(Point direction, double along, double across) {
        if (along < 0 || across < 0) {
            throw new IllegalArgumentException(
                    "standard deviations are 0 or more: " + along + ", " + across);
        }
        Point d = unit(direction);
        double a = along * along;
        double b = across * across;
        return new Covariance(
                a * d.x() * d.x() + b * d.y() * d.y(),
                (a - b) * d.x() * d.y(),
                a * d.y() * d.y() + b * d.x() * d.x());
    }

    /// Standard deviation of the coordinate in a direction, `sqrt(dᵀ C d)` for the unit vector d.
    ///
    /// @throws IllegalArgumentException if the direction has no length
    public double sigma(Point direction) {
        Point d = unit(direction);
        double variance = xx * d.x() * d.x() + 2 * xy * d.x() * d.y() + yy * d.y() * d.y();
        return Math.sqrt(Math.max(0, variance));
    }

    /// Standard deviation along the longer axis of the ellipse: root of the larger eigenvalue.
    public double major() {
        return Math.sqrt(mean() + spread());
    }

    /// Standard deviation along the shorter axis of the ellipse: root of the smaller eigenvalue.
    public double minor() {
        return Math.sqrt(Math.max(0, mean() - spread()));
    }

    /// Angle of the ellipse's longer axis, radians in (-pi/2, pi/2], from x towards y; 0 for a
    /// circle.
    public double angle() {
        return Math.atan2(2 * xy, xx - yy) / 2;
    }

    /// How many standard deviations a difference is long, in its direction: `sqrt(dᵀ C⁻¹ d)`.
    ///
    /// @return infinite for a difference in a direction without any variance; 0 for none
    public double mahalanobis(Point difference) {
        double dx = difference.x();
        double dy = difference.y();
        if (dx == 0 && dy == 0) {
            return 0;
        }
        double square = yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy;
        double determinant = xx * yy - xy * xy;
        return determinant > 0
                ? Math.sqrt(Math.max(0, square) / determinant)
                : Double.POSITIVE_INFINITY;
    }

    public Covariance plus(Covariance other) {
        return new Covariance(xx + other.xx, xy + other.xy, yy + other.yy);
    }

    /// Every standard deviation multiplied by the factor.
    public Covariance scaled(double factor) {
        double f = factor * factor;
        return new Covariance(xx * f, xy * f, yy * f);
    }

    private double mean() {
        return (xx + yy) / 2;
    }

    private double spread() {
        return Math.hypot((xx - yy) / 2, xy);
    }

    private static Point unit(Point direction) {
        double length = direction.norm();
        if (length == 0) {
            throw new IllegalArgumentException("a direction needs a length");
        }
        return direction.times(1 / length);
    }
}
