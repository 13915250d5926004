package penumbra.metric;

import java.util.List;

/// Average precision of one class at one threshold.
///
/// Formula: the mean of the interpolated precision at 101 recalls 0, 0.01 ... 1; at each the
/// largest precision at that recall or a higher one, 0 beyond the highest recall. Source: \[M1\].
public final class AveragePrecision {

    private static final int POINTS = 101;

    private AveragePrecision() {}

    /// @param hits of the predictions, surest first: whether each found a target
    /// @param targets how many there are, 1 or more
    public static double of(List<Boolean> hits, int targets) {
        int n = hits.size();
        double[] recall = new double[n];
        double[] precision = new double[n];
        int found = 0;
        for (int i = 0; i < n; i++) {
            found += hits.get(i) ? 1 : 0;
            recall[i] = (double) found / targets;
            precision[i] = (double) found / (i + 1);
        }
        for (int i = n - 2; i >= 0; i--) {
            precision[i] = Math.max(precision[i], precision[i + 1]);
        }
        double sum = 0;
        int at = 0;
        for (int p = 0; p < POINTS; p++) {
            double r = p / 100.0;
            while (at < n && recall[at] < r) {
                at++;
            }
            sum += at < n ? precision[at] : 0;
        }
        return sum / POINTS;
    }
}
