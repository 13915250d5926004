package penumbra.metric;

/// Mean error of a target relative to its size.
///
/// Formula: `mean d / sqrt(box area)`, averaged over targets that were found. Source: \[S1\], which
/// divides by the distance between the eyes.
public record NormalisedError() implements Metric {

    @Override
    public String id() {
        return "nme";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public double of(Evaluation evaluation) {
        return evaluation.found().stream()
                .filter(m -> m.truth().box().area() > 0)
                .mapToDouble(NormalisedError::of)
                .average()
                .orElse(Double.NaN);
    }

    /// Of one target; NaN when missed.
    static double of(Match match) {
        double mean = match.distances().stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        return mean / Math.sqrt(match.truth().box().area());
    }
}
