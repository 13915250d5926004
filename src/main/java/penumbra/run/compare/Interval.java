package penumbra.run.compare;

import java.util.Arrays;

/// Both ends of an interval.
public record Interval(double low, double high) {

    /// The middle 95 % of draws, ends linear between the two nearest.
    ///
    /// @param draws finite ones count; NaN ends without any
    static Interval of(double[] draws) {
        double[] sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        return new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
