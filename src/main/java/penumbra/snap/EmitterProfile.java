package penumbra.snap;

/// An emitter of unit half-length blurred by a Gaussian, in one dimension, with its derivatives.
///
/// `F(x) = ∫ f(s) G_k(x - s) ds` over s from -1 to 1, with the brightness `f(s) = (1 - q s²)(1 + p
/// s)` and the normal density `G_k` of standard deviation k. All lengths are in half-lengths of the
/// emitter. q = 0 is a box, q = 1 a parabola that fades to nothing at the ends; p tilts it.
///
/// Closed form: with `M_n = ∫ s^n G_k(x - s) ds`, partial integration gives `M_n = x M_(n-1) + k²
/// (n-1) M_(n-2) - k² [s^(n-1) G_k(x - s)]`, and `F = M_0 + p M_1 - q M_2 - p q M_3`. The heat
/// equation `dG/dk = k d²G/dx²` gives the derivative by k from that by x.
///
/// The error function is the rational approximation 7.1.26 of Abramowitz and Stegun, *Handbook of
/// Mathematical Functions* (error below 1.5e-7). One mutable instance serves one thread.
final class EmitterProfile {

    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double NORM = 1 / Math.sqrt(2 * Math.PI);

    /// `F` and its derivatives by x, k, q and p.
    double value;

    double byX;
    double byXX;
    double byK;
    double byQ;
    double byP;

    void evaluate(double x, double k, double q, double p) {
        double zLow = (x + 1) / k;
        double zHigh = (x - 1) / k;
        double low = density(zLow) / k;
        double high = density(zHigh) / k;
        double kk = k * k;
        double m0 = 0.5 * (erf(zLow * ROOT_HALF) - erf(zHigh * ROOT_HALF));
        double m1 = x * m0 - kk * (high - low);
        double m2 = x * m1 + kk * m0 - kk * (high + low);
        double m3 = x * m2 + 2 * kk * m1 - kk * (high - low);
        value = m0 + p * m1 - q * m2 - p * q * m3;
        byQ = -m2 - p * m3;
        byP = m1 - q * m3;
        double fLow = (1 - q) * (1 - p);
        double fHigh = (1 - q) * (1 + p);
        byX = fLow * low - fHigh * high + p * m0 - 2 * q * m1 - 3 * p * q * m2;
        double slopeLow = p + 2 * q - 3 * p * q;
        double slopeHigh = p - 2 * q - 3 * p * q;
        byXX =
                fHigh * zHigh / k * high
                        - fLow * zLow / k * low
                        + slopeLow * low
                        - slopeHigh * high
                        - 2 * q * m0
                        - 6 * p * q * m1;
        byK = k * byXX;
    }

    private static double density(double z) {
        return NORM * Math.exp(-0.5 * z * z);
    }

    private static double erf(double z) {
        double t = 1 / (1 + 0.3275911 * Math.abs(z));
        double polynomial =
                t
                        * (0.254829592
                                + t
                                        * (-0.284496736
                                                + t
                                                        * (1.421413741
                                                                + t
                                                                        * (-1.453152027
                                                                                + t
                                                                                        * 1.061405429))));
        return Math.copySign(1 - polynomial * Math.exp(-z * z), z);
    }
}
