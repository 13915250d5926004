package penumbra.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import penumbra.geometry.Point;

/// Share of points that some prediction is near to.
///
/// Source: \[S4\] appendix A.2, greedy by falling confidence, each taking the nearest free point.
/// Departure: a limit of distance. Without one, as printed, the result is the smaller count over
/// the number of points, wherever the predictions lie.
public final class Recall {

    private Recall() {}

    /// @param predicted surest first
    /// @param limit largest distance, infinite for none
    public static double of(List<Point> predicted, List<Point> truth, double limit) {
        List<Point> free = new ArrayList<>(truth);
        for (Point p : predicted) {
            free.stream()
                    .min(Comparator.comparingDouble(p::distance))
                    .filter(nearest -> p.distance(nearest) <= limit)
                    .ifPresent(free::remove);
        }
        return (double) (truth.size() - free.size()) / truth.size();
    }
}
