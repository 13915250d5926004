package penumbra.metric;

import java.util.List;

/// Root of the mean squared error over the labelled keypoints of targets that were found.
///
/// Formula, n points: POINT `sqrt(Σ ‖e‖² / n)`; COORDINATE `sqrt(Σ ‖e‖² / 2n)`; TARGET the mean
/// over targets of their POINT. Source: \[S0\] table II names an "average RMSE" without a formula;
/// its numbers are of normalised units. Missed targets have no error: read it beside the share
/// found.
///
/// @param id stable name
/// @param over what is averaged
/// @param normalised whether divided by the input's side
/// @param bestOrder whether corners may be turned to the order that fits best
public record Rmse(String id, Over over, boolean normalised, boolean bestOrder) implements Metric {

    /// Points, coordinates, or targets.
    public enum Over {
        POINT,
        COORDINATE,
        TARGET
    }

    @Override
    public String unit() {
        return normalised ? "1" : "px";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public double of(Evaluation evaluation) {
        List<List<Double>> targets =
                evaluation.found().stream()
                        .map(m -> bestOrder ? m.bestDistances() : m.distances())
                        .toList();
        return of(targets) / (normalised ? evaluation.inputSide() : 1);
    }

    /// @param targets distances of each target's labelled keypoints
    public double of(List<List<Double>> targets) {
        return switch (over) {
            case POINT -> root(targets.stream().flatMap(List::stream).toList(), 1);
            case COORDINATE -> root(targets.stream().flatMap(List::stream).toList(), 2);
            case TARGET ->
                    targets.stream().mapToDouble(t -> root(t, 1)).average().orElse(Double.NaN);
        };
    }

    private static double root(List<Double> distances, int coordinates) {
        double sum = distances.stream().mapToDouble(d -> d * d).sum();
        return Math.sqrt(sum / (coordinates * distances.size()));
    }
}
