package penumbra.metric;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.model.Schema;

/// How far the keypoints that were found for a target lie from where they are labelled.
///
/// @param side square root of the box's area, picture px
/// @param gain input px of a picture px
/// @param found whether a prediction was found for it; then the errors are finite
/// @param points one for each labelled keypoint
public record TargetErrors(
        int classIndex, double side, double gain, boolean found, List<PointError> points) {

    /// The error of one keypoint, picture px; infinite where the target was missed.
    ///
    /// @param along its bar, positive outwards; NaN where the bar has no direction
    /// @param across its bar, positive a quarter turn from x towards y after outwards
    public record PointError(int keypoint, double distance, double along, double across) {}

    public TargetErrors {
        points = List.copyOf(points);
    }

    /// @param match in picture px
    /// @param schema whose edges are the bars
    public static TargetErrors of(Match match, double gain, Schema schema) {
        return of(match, Math.sqrt(match.truth().box().area()), gain, schema.edges());
    }

    /// The same of a target whose box is known by its side alone.
    public static TargetErrors of(Match match, double side, double gain, List<Schema.Edge> bars) {
        Truth truth = match.truth();
        List<PointError> points = new ArrayList<>();
        for (int k = 0; k < truth.points().size(); k++) {
            if (truth.labelled().get(k)) {
                points.add(error(match, k, bars));
            }
        }
        return new TargetErrors(
                truth.classIndex(), side, gain, match.prediction().isPresent(), points);
    }

    private static PointError error(Match match, int k, List<Schema.Edge> bars) {
        if (match.prediction().isEmpty()) {
            return new PointError(k, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
        }
        Truth truth = match.truth();
        Point miss = match.prediction().get().points().get(k).minus(truth.points().get(k));
        for (Schema.Edge edge : bars) {
            int other = edge.from() == k ? edge.to() : edge.to() == k ? edge.from() : -1;
            if (other >= 0 && truth.labelled().get(other)) {
                Point bar = truth.points().get(k).minus(truth.points().get(other));
                double length = bar.norm();
                if (length > 0) {
                    double along = (miss.x() * bar.x() + miss.y() * bar.y()) / length;
                    double across = (miss.y() * bar.x() - miss.x() * bar.y()) / length;
                    return new PointError(k, miss.norm(), along, across);
                }
            }
        }
        return new PointError(k, miss.norm(), Double.NaN, Double.NaN);
    }

    /// Mean distance over the side; infinite when missed, NaN without area.
    public double normalised() {
        return side == 0
                ? Double.NaN
                : points.stream().mapToDouble(PointError::distance).average().orElse(Double.NaN)
                        / side;
    }

    /// The same with one keypoint only.
    public TargetErrors only(int keypoint) {
        return new TargetErrors(
                classIndex,
                side,
                gain,
                found,
                points.stream().filter(p -> p.keypoint() == keypoint).toList());
    }
}
