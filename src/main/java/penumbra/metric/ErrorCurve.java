package penumbra.metric;

import java.util.Arrays;
import java.util.List;

/// Cumulative error distribution: which share of units has an error of at most t.
///
/// Formula: `CED(t) = #{e <= t} / n`, `AUC = (1/t0) ∫ CED from 0 to t0 = mean of max(0, 1 - e/t0)`,
/// exact for the step curve; failure rate: share above t0. A missed unit has an infinite error.
/// Source: \[S0\] figure 7 (without its unit), \[S1\].
///
/// @param errors in ascending order, infinite where missed; not to be changed
public record ErrorCurve(double[] errors) {

    /// @param errors in any order, NaN or infinite where missed
    public static ErrorCurve of(List<Double> errors) {
        double[] sorted =
                errors.stream()
                        .mapToDouble(e -> Double.isNaN(e) ? Double.POSITIVE_INFINITY : e)
                        .sorted()
                        .toArray();
        return new ErrorCurve(sorted);
    }

    /// Normalised mean error of each target: the mean distance of its labelled keypoints over the
    /// square root of its box's area. Targets without area are left out.
    public static ErrorCurve normalised(Evaluation evaluation) {
        return of(
                evaluation.matches().stream()
                        .filter(m -> m.truth().box().area() > 0)
                        .map(m -> NormalisedError.of(m))
                        .toList());
    }

    /// Errors of single keypoints, px; a missed target counts with each of its labelled keypoints.
    public static ErrorCurve ofKeypoints(Evaluation evaluation) {
        return of(
                evaluation.matches().stream()
                        .flatMap(m ->
                                m.prediction().isPresent()
                                        ? m.distances().stream()
                                        : m.truth().labelled().stream()
                                                .filter(l -> l)
                                                .map(_ -> Double.POSITIVE_INFINITY))
                        .toList());
    }

    /// Share of units with an error of at most t; NaN without any.
    public double share(double t) {
        return (double) Arrays.stream(errors).filter(e -> e <= t).count() / errors.length;
    }

    /// Area under the curve up to t0, 0 to 1.
    public double area(double t0) {
        return Arrays.stream(errors).map(e -> Math.max(0, 1 - e / t0)).average().orElse(Double.NaN);
    }

    /// Share of units with an error above t0.
    public double failures(double t0) {
        return 1 - share(t0);
    }
}
