package penumbra.format.check;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.Point;

/// Whether four points can be TL, BL, BR, TR of a plate.
///
/// With y down, TL (0, 0), BL (0, 1), BR (1, 1), TR (1, 0) have the shoelace sum `sum of x_i
/// y_(i+1) - x_(i+1) y_i` = -2: a plate in order, however it is turned, has a negative one
/// (counter-clockwise on the screen). Exchanging left and right, or top and bottom, makes it
/// positive. Exchanging the ends of one bar makes two sides cross. Exchanging both at once turns
/// the plate by 180 degrees, which is told only by its tops lying below its bottoms.
final class PlateOrder {

    private PlateOrder() {}

    /// The rule that the points break; empty when they are in order or on one line.
    static Optional<String> fault(List<Point> p) {
        if (cross(p.get(0), p.get(1), p.get(2), p.get(3))
                || cross(p.get(1), p.get(2), p.get(3), p.get(0))) {
            return Optional.of("check-crossed");
        }
        double area = p.get(2).minus(p.get(0)).cross(p.get(3).minus(p.get(1)));
        if (area > 0) {
            return Optional.of("check-mirrored");
        }
        boolean upsideDown = p.get(0).y() + p.get(3).y() > p.get(1).y() + p.get(2).y();
        return area < 0 && upsideDown ? Optional.of("check-upside-down") : Optional.empty();
    }

    /// Whether the segments ab and cd cross in their interiors.
    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(Point a, Point b, Point p) {
        return Math.signum(b.minus(a).cross(p.minus(a)));
    }
}
