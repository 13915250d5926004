package penumbra.edit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.CornerOrder;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.geometry.Size;
import penumbra.model.Duplicates;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What a person should look at before trusting a label; picture px throughout.
///
/// Thresholds: the 105 hand-labelled plates of one low-exposure match have bars whose lengths
/// differ by a factor of 1.3 or less (with one exception that is wrong) and whose directions differ
/// by 8.5 degrees or less, so that what is beyond the bounds below is rarely right.
public final class PlateCheck {

    /// The longer bar over the shorter one.
    public static final double MOST_RATIO = 1.35;

    /// Between the directions of the bars, degrees.
    public static final double MOST_DEGREES = 12;

    /// Mean length of the bars, px.
    public static final double SHORTEST_BARS = 5;

    private PlateCheck() {}

    /// All that looks wrong with a target, what matters most first.
    ///
    /// Order, bars and size are judged only where the schema is that of plates, four points and two
    /// bars, and all four points are labelled.
    ///
    /// @param neighbours targets of the same picture; the target itself may be among them
    public static List<PlateWarning> of(
            Target target, Schema schema, Size picture, List<Target> neighbours) {
        List<PlateWarning> warnings = new ArrayList<>();
        ends(target, schema).ifPresent(quad -> addShape(quad, warnings));
        neighbours.stream()
                .filter(n -> !n.id().equals(target.id()) && Duplicates.alike(n, target))
                .forEach(n -> warnings.add(new PlateWarning.Duplicate(n.id())));
        for (int i = 0; i < target.keypoints().size(); i++) {
            Keypoint point = target.keypoints().get(i);
            if (point.labelled() && !picture.contains(point.at())) {
                warnings.add(
                        new PlateWarning.PointOutside(
                                schema.keypoints().get(i), point.at(), picture));
            }
        }
        return List.copyOf(warnings);
    }

    /// The order that would make TL, BL, BR, TR of the points: at each place the index of the
    /// keypoint that belongs there.
    ///
    /// @return empty when they are in order, or geometry alone cannot tell the right one
    /// @see CornerOrder#repair
    public static Optional<List<Integer>> repair(Target target, Schema schema) {
        return ends(target, schema).flatMap(CornerOrder::repair);
    }

    /// The target with its points in the order of [#repair], each with its visibility.
    public static Optional<Target> repaired(Target target, Schema schema) {
        return repair(target, schema)
                .map(order ->
                        target.withKeypoints(order.stream().map(target.keypoints()::get).toList()));
    }

    /// The four labelled ends of the bars of a plate.
    private static Optional<Quad> ends(Target target, Schema schema) {
        boolean plate =
                schema.keypointCount() == 4 && schema.edges().equals(Schema.ARMOR_PLATE.edges());
        List<Point> points = target.labelledPoints();
        return plate && points.size() == 4 ? Optional.of(Quad.of(points)) : Optional.empty();
    }

    private static void addShape(Quad quad, List<PlateWarning> warnings) {
        CornerOrder.fault(quad).map(PlateWarning.Order::new).ifPresent(warnings::add);
        Point left = quad.bottomLeft().minus(quad.topLeft());
        Point right = quad.bottomRight().minus(quad.topRight());
        double shorter = Math.min(left.norm(), right.norm());
        double longer = Math.max(left.norm(), right.norm());
        if (longer > shorter * MOST_RATIO) {
            warnings.add(new PlateWarning.UnequalBars(longer / shorter));
        }
        // Bars have no direction here: one that is upside down is parallel all the same.
        double degrees =
                Math.toDegrees(Math.atan2(Math.abs(left.cross(right)), Math.abs(left.dot(right))));
        if (degrees > MOST_DEGREES) {
            warnings.add(new PlateWarning.NotParallel(degrees));
        }
        double length = (shorter + longer) / 2;
        if (length < SHORTEST_BARS) {
            warnings.add(new PlateWarning.Tiny(length));
        }
    }
}
