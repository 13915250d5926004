package penumbra.metric;

/// A reading of the curve of normalised errors: area, failures, or the share of good keypoints.
///
/// Formula and source: [ErrorCurve]; PCK is the share of keypoints within `bound sqrt(box area)`,
/// \[S4\], which takes the size of a head.
///
/// @param id stable name
/// @param reading which
/// @param bound t0, share of the square root of the box's area
public record CurveMetric(String id, Reading reading, double bound) implements Metric {

    /// Area under the curve, share above the bound, share of keypoints below.
    public enum Reading {
        AREA,
        FAILURES,
        CORRECT_KEYPOINTS
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Better better() {
        return reading == Reading.FAILURES ? Better.LOWER : Better.HIGHER;
    }

    @Override
    public double of(Evaluation evaluation) {
        return switch (reading) {
            case AREA -> ErrorCurve.normalised(evaluation).area(bound);
            case FAILURES -> ErrorCurve.normalised(evaluation).failures(bound);
            case CORRECT_KEYPOINTS -> correct(evaluation);
        };
    }

    private double correct(Evaluation evaluation) {
        long all = 0;
        long good = 0;
        for (Match match : evaluation.matches()) {
            double most = bound * Math.sqrt(match.truth().box().area());
            all += match.truth().labelled().stream().filter(l -> l).count();
            good += match.distances().stream().filter(d -> d <= most).count();
        }
        return (double) good / all;
    }
}
