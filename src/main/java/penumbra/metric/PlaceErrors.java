package penumbra.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import penumbra.metric.TargetErrors.PointError;

/// How well the keypoints of a group of targets were placed, and how many were found at all. What
/// is of found targets only is NaN when none was found.
///
/// Formulas: RMSE POINT `sqrt(Σ ‖e‖² / n)`, COORD that over `sqrt 2`, NORM COORD in input px over
/// the input's side, in hundredths; NME `mean d / sqrt(w h)`; area and failures read the curve of
/// [ErrorCurve], a missed target counts as infinitely far. Source: \[S0\], \[S1\].
///
/// @param targets with a labelled keypoint
/// @param found of them
/// @param foundShare of them
/// @param rmse POINT, picture px
/// @param rmseInput POINT, input px
/// @param rmseCoordinate COORD, picture px
/// @param rmseNorm100 NORM x 10^-2
/// @param rmseTarget mean over targets of their POINT, picture px
/// @param median of the distances, picture px
/// @param percentile95 of the distances, picture px
/// @param nme of found targets
/// @param auc area under the curve of NME up to 0.1, misses as failures
/// @param failures share of targets missed or with an NME above 0.1
/// @param aucPixels area under the curve of keypoints up to 8 px, misses as failures
/// @param failuresPixels share of keypoints missed or further than 8 px
/// @param along root mean square along the bar, picture px
/// @param across root mean square across the bar, picture px
/// @param outwards mean along the bar: positive where bars are found too long, picture px
public record PlaceErrors(
        int targets,
        int found,
        double foundShare,
        double rmse,
        double rmseInput,
        double rmseCoordinate,
        double rmseNorm100,
        double rmseTarget,
        double median,
        double percentile95,
        double nme,
        double auc,
        double failures,
        double aucPixels,
        double failuresPixels,
        double along,
        double across,
        double outwards) {

    /// t0 of the curve of normalised errors.
    public static final double NORMALISED_BOUND = 0.1;

    /// t0 of the curve of distances, picture px.
    public static final double PIXEL_BOUND = 8;

    /// @param all targets; those without a labelled keypoint do not count
    /// @param inputSide px by which normalised errors are divided
    public static PlaceErrors of(List<TargetErrors> all, double inputSide) {
        List<TargetErrors> labelled = all.stream().filter(t -> !t.points().isEmpty()).toList();
        List<TargetErrors> found = labelled.stream().filter(TargetErrors::found).toList();
        List<PointError> points = found.stream().flatMap(t -> t.points().stream()).toList();
        double[] sorted = points.stream().mapToDouble(PointError::distance).sorted().toArray();
        double rmse = rms(Arrays.stream(sorted));
        double input =
                rms(
                        found.stream()
                                .flatMapToDouble(t ->
                                        t.points().stream()
                                                .mapToDouble(p -> p.distance() * t.gain())));
        ErrorCurve normalised =
                ErrorCurve.of(
                        labelled.stream()
                                .filter(t -> t.side() > 0)
                                .map(TargetErrors::normalised)
                                .toList());
        ErrorCurve pixels = curve(labelled);
        return new PlaceErrors(
                labelled.size(),
                found.size(),
                (double) found.size() / labelled.size(),
                rmse,
                input,
                rmse / Math.sqrt(2),
                100 * input / Math.sqrt(2) / inputSide,
                mean(found, t -> rms(t.points().stream().mapToDouble(PointError::distance))),
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                mean(found.stream().filter(t -> t.side() > 0).toList(), TargetErrors::normalised),
                normalised.area(NORMALISED_BOUND),
                normalised.failures(NORMALISED_BOUND),
                pixels.area(PIXEL_BOUND),
                pixels.failures(PIXEL_BOUND),
                rms(bars(points, PointError::along)),
                rms(bars(points, PointError::across)),
                bars(points, PointError::along).average().orElse(Double.NaN));
    }

    /// The curve of the distances of labelled keypoints, picture px.
    public static ErrorCurve curve(List<TargetErrors> all) {
        Stream<PointError> points = all.stream().flatMap(t -> t.points().stream());
        return ErrorCurve.of(points.map(PointError::distance).toList());
    }

    private static DoubleStream bars(List<PointError> points, ToDoubleFunction<PointError> part) {
        return points.stream().mapToDouble(part).filter(v -> !Double.isNaN(v));
    }

    private static double rms(DoubleStream values) {
        return Math.sqrt(values.map(v -> v * v).average().orElse(Double.NaN));
    }

    private static double mean(List<TargetErrors> of, ToDoubleFunction<TargetErrors> value) {
        return of.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /// Linear between the two nearest.
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
