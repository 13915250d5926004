package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.Rings;

/// Weighted sum of the distances from a prediction to the label and its 24 ring points, with its
/// gradient.
///
/// Formula: `Σ_q w_q ‖e - u_q‖`, gradient `Σ_q w_q (e - u_q) / ‖e - u_q‖`; a term at distance 0 has
/// gradient 0.
final class RingDistance {

    private static final double[] SINES = table(true);
    private static final double[] COSINES = table(false);

    private final Norm norm;
    private final double eps;
    private double value;
    private double dx;
    private double dy;

    private RingDistance(Norm norm, double eps) {
        this.norm = norm;
        this.eps = eps;
    }

    /// @param sine half-axis of the rings at 1 sigma where the sine is 1
    /// @param cosine half-axis where the cosine is 1
    static LossValue of(Point e, Point sine, Point cosine, Rings rings, Norm norm, double eps) {
        RingDistance sum = new RingDistance(norm, eps);
        for (int j = 1; j <= Rings.COUNT; j++) {
            double weight = rings.pointWeight(j);
            for (int i = 1; i <= Rings.POINTS; i++) {
                double s = j * SINES[i];
                double c = j * COSINES[i];
                sum.add(
                        weight,
                        e.x() - (s * sine.x() + c * cosine.x()),
                        e.y() - (s * sine.y() + c * cosine.y()));
            }
        }
        sum.add(rings.labelWeight(), e.x(), e.y());
        return new LossValue(sum.value, sum.dx, sum.dy);
    }

    private void add(double weight, double x, double y) {
        if (norm == Norm.L1) {
            value += weight * (Math.abs(x) + Math.abs(y));
            dx += weight * Math.signum(x);
            dy += weight * Math.signum(y);
            return;
        }
        double length = length(x, y);
        value += weight * length;
        if (length > 0) {
            dx += weight * (x / length);
            dy += weight * (y / length);
        }
    }

    /// The root of the squares where they neither overflow nor vanish, which is faster than hypot.
    private double length(double x, double y) {
        double square = x * x + y * y + eps * eps;
        return square > 1e-280 && square < 1e280
                ? Math.sqrt(square)
                : Math.hypot(Math.hypot(x, y), eps);
    }

    private static double[] table(boolean sine) {
        double[] values = new double[Rings.POINTS + 1];
        for (int i = 1; i <= Rings.POINTS; i++) {
            values[i] = sine ? Rings.sine(i) : Rings.cosine(i);
        }
        return values;
    }
}
