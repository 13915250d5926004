package penumbra.loss;

/// Modified Bessel functions of the first kind, scaled: `exp(-z) I_n(z)` for n = 0 and 1, z 0 or
/// more.
///
/// Formula: the power series `Σ (z/2)^(2k+n) / (k! (k+n)!)`, whose terms are all positive, up to
/// 30; beyond, the asymptotic series `1/sqrt(2 pi z) Σ (-1)^k a_k(n) / z^k`, whose smallest term is
/// below 1e-25 there. Source: Abramowitz and Stegun, *Handbook of Mathematical Functions*, 9.6.10
/// and 9.7.1.
final class ScaledBessel {

    private static final double SWITCH = 30;

    private ScaledBessel() {}

    static double i0(double z) {
        return z < SWITCH ? series(0, z) : asymptotic(0, z);
    }

    static double i1(double z) {
        return z < SWITCH ? series(1, z) : asymptotic(1, z);
    }

    private static double series(int n, double z) {
        double half = z / 2;
        double term = n == 0 ? 1 : half;
        double sum = term;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= half / k * (half / (k + n));
            sum += term;
        }
        return Math.exp(-z) * sum;
    }

    private static double asymptotic(int n, double z) {
        double mu = 4.0 * n * n;
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 30 && Math.abs(term) > 1e-17; k++) {
            int odd = 2 * k - 1;
            term *= -(mu - odd * odd) / (k * 8 * z);
            sum += term;
        }
        return sum / Math.sqrt(2 * Math.PI * z);
    }
}
