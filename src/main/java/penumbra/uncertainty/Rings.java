package penumbra.uncertainty;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// The discrete law by which the Helium loss stands for a Gaussian about the label: the label and
/// 24 points on three rings.
///
/// Formula: `p_ij = p + j sigma (sin(i pi / 4), cos(i pi / 4))`, i = 1..8, j = 1..3. Source: \[S0\]
/// eqs. 4 and 5. Departure: the array is 3 x 8 points, not `8 x 3` numbers, and the rings may be
/// ellipses along a light bar (ours).
///
/// @param weights of the rings' points
/// @param normaliser what the weighted sum is divided by
public record Rings(RingWeights weights, Normaliser normaliser) {

    public static final int COUNT = 3;
    public static final int POINTS = 8;

    /// The weighted mean with the source's weights.
    public static final Rings MEAN = new Rings(RingWeights.PAPER, Normaliser.MEAN);

    /// As printed.
    public static final Rings PAPER = new Rings(RingWeights.PAPER, Normaliser.PAPER);

    /// Sine of the angle of a ring's point, i = 1..8.
    public static double sine(int i) {
        return Math.sin(i * Math.PI / 4);
    }

    /// Cosine of the angle of a ring's point, i = 1..8.
    public static double cosine(int i) {
        return Math.cos(i * Math.PI / 4);
    }

    /// The 24 ring points, ring after ring; with sigma 0 all lie on the label.
    public static List<Point> points(Point label, double sigma) {
        return points(label, new Point(sigma, 0), new Point(0, sigma));
    }

    /// The 24 points of three ellipses whose half-axes are 1, 2 and 3 deviations of the label.
    public static List<Point> points(Point label, EndNoise noise) {
        return points(
                label,
                noise.direction().times(noise.along()),
                noise.normal().times(noise.across()));
    }

    private static List<Point> points(Point label, Point sineAxis, Point cosineAxis) {
        List<Point> points = new ArrayList<>(COUNT * POINTS);
        for (int j = 1; j <= COUNT; j++) {
            for (int i = 1; i <= POINTS; i++) {
                points.add(
                        label.plus(sineAxis.times(j * sine(i)))
                                .plus(cosineAxis.times(j * cosine(i))));
            }
        }
        return points;
    }

    /// What the weighted sum of distances is divided by.
    public double divisor() {
        return switch (normaliser) {
            case PAPER, RING_MEAN -> weights.sum() + 1;
            case MEAN -> POINTS * weights.sum() + 1;
        };
    }

    /// Weight of the label, divisor included.
    public double labelWeight() {
        return 1 / divisor();
    }

    /// Weight of each point of a ring, divisor included.
    public double pointWeight(int ring) {
        double weight = weights.of(ring) / divisor();
        return normaliser == Normaliser.RING_MEAN ? weight / POINTS : weight;
    }

    /// Slope of the loss far from the label: the sum of all weights.
    public double farSlope() {
        double sum = labelWeight();
        for (int j = 1; j <= COUNT; j++) {
            sum += POINTS * pointWeight(j);
        }
        return sum;
    }

    /// Loss at the label itself, in sigma.
    public double valueAtLabel() {
        double sum = 0;
        for (int j = 1; j <= COUNT; j++) {
            sum += POINTS * j * pointWeight(j);
        }
        return sum;
    }

    /// Standard deviation per axis of the 25-point law, in sigma.
    public double deviation() {
        double sum = 0;
        for (int j = 1; j <= COUNT; j++) {
            sum += POINTS * pointWeight(j) * j * j / 2;
        }
        return Math.sqrt(sum / farSlope());
    }
}
