package penumbra.plot.loss;

import java.util.List;
import penumbra.geometry.Point;

/// All points of a predicted target moved at once, against its label: turned and enlarged about
/// their middle, then shifted.
///
/// @param shift px
/// @param direction of the shift, degrees from the x axis towards the y axis, which runs down
/// @param enlargement 1 for none, above 0
/// @param turn degrees, from the x axis towards the y axis
public record Motion(double shift, double direction, double enlargement, double turn) {

    public static final Motion NONE = new Motion(0, 0, 1, 0);

    public Motion {
        if (!(enlargement > 0) || !Double.isFinite(shift + direction + enlargement + turn)) {
            throw new IllegalArgumentException("no motion of a target");
        }
    }

    /// The points after it.
    ///
    /// @param middle that stays where it is but for the shift
    public Point of(Point point, Point middle) {
        double angle = Math.toRadians(turn);
        Point arm = point.minus(middle).times(enlargement);
        Point turned =
                new Point(
                        arm.x() * Math.cos(angle) - arm.y() * Math.sin(angle),
                        arm.x() * Math.sin(angle) + arm.y() * Math.cos(angle));
        double way = Math.toRadians(direction);
        return middle.plus(turned).plus(new Point(Math.cos(way), Math.sin(way)).times(shift));
    }

    static Point middle(List<Point> points) {
        Point sum = new Point(0, 0);
        for (Point point : points) {
            sum = sum.plus(point);
        }
        return sum.times(1.0 / Math.max(1, points.size()));
    }

    public Motion withShift(double other) {
        return new Motion(other, direction, enlargement, turn);
    }

    public Motion withDirection(double other) {
        return new Motion(shift, other, enlargement, turn);
    }

    public Motion withEnlargement(double other) {
        return new Motion(shift, direction, other, turn);
    }

    public Motion withTurn(double other) {
        return new Motion(shift, direction, enlargement, other);
    }
}
