package penumbra.loss;

/// The scalar function of smooth L1.
///
/// Formula: `x² / (2 beta)` for |x| below beta, else `|x| - beta / 2`; beta 0 is |x|. Source:
/// \[S0\] eq. 1 with beta 1; its prose says the opposite of the equation, which is right: quadratic
/// inside, linear outside.
public final class Huber {

    private Huber() {}

    public static double value(double x, double beta) {
        double size = Math.abs(x);
        return size < beta ? x * x / (2 * beta) : size - beta / 2;
    }

    /// Derivative, `clip(x / beta, -1, 1)`.
    public static double slope(double x, double beta) {
        return Math.abs(x) < beta ? x / beta : Math.signum(x);
    }
}
