package penumbra.loss;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// Where a loss settles between several labels of one point: the place of least summed loss. What a
/// network that saw all of them would answer.
///
/// Method: the simplex search of Nelder and Mead, which needs no derivative and so passes the
/// corners of L1 and Helium; it starts from the coordinate-wise median.
public final class LocationEstimate {

    private static final double RELATIVE = 1e-15;
    private static final int MOST_EVALUATIONS = 5000;

    private LocationEstimate() {}

    /// @param labels one or more, px
    /// @param context the same for all
    public static Point of(KeypointLoss loss, List<Point> labels, LabelContext context) {
        double[] start = {
            median(labels.stream().mapToDouble(Point::x).toArray()),
            median(labels.stream().mapToDouble(Point::y).toArray())
        };
        SimplexOptimizer search = new SimplexOptimizer(new SimpleValueChecker(RELATIVE, -1));
        double[] best =
                search.optimize(
                                new MaxEval(MOST_EVALUATIONS),
                                new ObjectiveFunction(at -> sum(loss, labels, context, at)),
                                GoalType.MINIMIZE,
                                new InitialGuess(start),
                                new NelderMeadSimplex(2, spread(labels)))
                        .getPoint();
        return new Point(best[0], best[1]);
    }

    private static double sum(
            KeypointLoss loss, List<Point> labels, LabelContext context, double[] at) {
        Point place = new Point(at[0], at[1]);
        double sum = 0;
        for (Point label : labels) {
            sum += loss.at(place.minus(label), context).value();
        }
        return sum;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// First step of the search: the largest distance between labels, shared by their number.
    private static double spread(List<Point> labels) {
        double far = 0;
        for (Point label : labels) {
            far = Math.max(far, label.distance(labels.getFirst()));
        }
        return Math.max(far / labels.size(), 1e-3);
    }
}
