package penumbra.uncertainty.measure;

/// A straight line by weighted least squares, point after point.
final class WeightedLine {

    private static final double FLAT = 1e-12;

    private double w;
    private double x;
    private double y;
    private double xx;
    private double xy;

    void add(double atX, double atY, double weight) {
        w += weight;
        x += weight * atX;
        y += weight * atY;
        xx += weight * atX * atX;
        xy += weight * atX * atY;
    }

    /// Whether the points differ in x.
    boolean hasSlope() {
        return xx * w - x * x > FLAT * xx * w;
    }

    double slope() {
        return (xy * w - x * y) / (xx * w - x * x);
    }

    double intercept() {
        return (y - slope() * x) / w;
    }

    /// Weighted mean of y.
    double mean() {
        return y / w;
    }
}
