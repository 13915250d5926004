package penumbra.uncertainty;

import org.hipparchus.special.Erf;

/// Weights of the rings at 1, 2 and 3 sigma.
///
/// @param first of each point of the ring at 1 sigma
/// @param second at 2 sigma
/// @param third at 3 sigma
public record RingWeights(double first, double second, double third) {

    /// As printed in \[S0\]: masses of a one-dimensional normal law between 0, 1, 2 and 3 sigma,
    /// rounded (0.997 - 0.95 = 0.047).
    public static final RingWeights PAPER = new RingWeights(0.68, 0.27, 0.047);

    /// Masses of the two-dimensional normal law in the three annuli.
    public static final RingWeights GAUSS_2D =
            new RingWeights(disc(1), disc(2) - disc(1), disc(3) - disc(2));

    /// Masses of the one-dimensional normal law, unrounded.
    public static final RingWeights GAUSS_1D =
            new RingWeights(interval(1), interval(2) - interval(1), interval(3) - interval(2));

    /// @throws IllegalArgumentException if a weight is negative or not finite
    public RingWeights {
        if (!(first >= 0 && second >= 0 && third >= 0)
                || !Double.isFinite(first + second + third)) {
            throw new IllegalArgumentException(
                    "ring weights are 0 or more: " + first + ", " + second + ", " + third);
        }
    }

    /// @param ring 1, 2 or 3
    public double of(int ring) {
        return switch (ring) {
            case 1 -> first;
            case 2 -> second;
            case 3 -> third;
            default -> throw new IllegalArgumentException("there is no ring " + ring);
        };
    }

    public double sum() {
        return first + second + third;
    }

    private static double disc(int radius) {
        return -Math.expm1(-radius * radius / 2.0);
    }

    private static double interval(int half) {
        return Erf.erf(half / Math.sqrt(2));
    }
}
