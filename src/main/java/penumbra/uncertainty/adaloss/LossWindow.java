package penumbra.uncertainty.adaloss;

import java.util.List;

/// Statistics of the last losses of a landmark.
///
/// Formula: `V_t = (1/w) Σ (L - mean)²` over the window `L_(t-w+1) ... L_t`. Source: \[S1\] eqs. 1
/// to 3. Population variance; windows are never partial, for the variance of one value would be 0.
public final class LossWindow {

    private LossWindow() {}

    /// Counted from the first value, so that equal values have exactly that mean and no variance.
    public static double mean(List<Double> window) {
        double first = window.getFirst();
        double sum = 0;
        for (double loss : window) {
            sum += loss - first;
        }
        return first + sum / window.size();
    }

    public static double variance(List<Double> window) {
        double mean = mean(window);
        double sum = 0;
        for (double loss : window) {
            sum += (loss - mean) * (loss - mean);
        }
        return sum / window.size();
    }

    /// `1 - V_(t-1) / V_t`; 0 when both are 0, minus infinity when only the later one is. Source:
    /// \[S1\] eq. 4.
    public static double delta(double before, double now) {
        return before == now ? 0 : 1 - before / now;
    }
}
