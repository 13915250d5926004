package penumbra.run.compare;

import java.util.Arrays;

/// Repeated values in two numbers.
///
/// @param mean NaN without values
/// @param sd with the divisor n - 1; NaN below two values
/// @param count n
public record Spread(double mean, double sd, int count) {

    /// Of those values that are finite.
    public static Spread of(double... values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
        double sd = known.length < 2 ? Double.NaN : Math.sqrt(squares / (known.length - 1));
        return new Spread(mean, sd, known.length);
    }

    /// Deviation of the mean itself.
    double standardError() {
        return sd / Math.sqrt(count);
    }
}
