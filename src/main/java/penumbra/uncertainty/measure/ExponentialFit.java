package penumbra.uncertainty.measure;

import java.util.List;

/// The size law of \[S0\] eq. 3 by a straight line through logarithms.
///
/// Formula: regress `y = (ln(D² / 2) + 1.27036) / 2` on the gap; `beta = -slope`, `alpha =
/// exp(intercept)`, since the mean of `ln χ²` with one degree of freedom is `-(γ + ln 2)`. One y
/// has a deviation of 1.11: take 200 pairs or more. Unit of alpha: px; of beta: 1 / px.
///
/// @param alpha deviation of one label at gap 0
/// @param beta decay, negative when noise grows with size
public record ExponentialFit(double alpha, double beta) {

    private static final double EULER = 0.5772156649015329;
    private static final double LOG_CHI = EULER + Math.log(2);

    /// A difference of one coordinate at a gap.
    public record Difference(double gap, double value) {}

    /// @param quantum smallest step of a click, px: a difference of 0 counts as `quantum /
    ///   sqrt(12)`
    /// @throws IllegalArgumentException with fewer than two different gaps
    public static ExponentialFit of(List<Difference> differences, double quantum) {
        int n = differences.size();
        double meanX = 0;
        double meanY = 0;
        for (Difference d : differences) {
            meanX += d.gap() / n;
            meanY += response(d, quantum) / n;
        }
        double sxx = 0;
        double sxy = 0;
        for (Difference d : differences) {
            double x = d.gap() - meanX;
            sxx += x * x;
            sxy += x * (response(d, quantum) - meanY);
        }
        if (!(sxx > 0)) {
            throw new IllegalArgumentException("a law of size needs two different gaps");
        }
        double slope = sxy / sxx;
        return new ExponentialFit(Math.exp(meanY - slope * meanX), -slope);
    }

    private static double response(Difference d, double quantum) {
        double value = d.value() == 0 ? quantum / Math.sqrt(12) : d.value();
        return (Math.log(value * value / 2) + LOG_CHI) / 2;
    }
}
