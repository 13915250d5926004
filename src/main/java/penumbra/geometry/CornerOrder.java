package penumbra.geometry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether four points are TL, BL, BR, TR of a plate that stands upright, and which order would
/// make them so. Frame: any with y down.
///
/// A plate in order runs counter-clockwise on the screen, however it is turned, so that
/// [Quad#signedArea] is positive. Exchanging left and right, or top and bottom, makes it negative;
/// exchanging the ends of one bar makes two edges cross; exchanging both at once turns the plate by
/// 180 degrees, which is told only by its tops lying below its bottoms.
public final class CornerOrder {

    /// The points around their outline, one list for each way to go around four points.
    private static final List<List<Integer>> ROUNDS =
            List.of(
                    List.of(0, 1, 2, 3),
                    List.of(0, 1, 3, 2),
                    List.of(0, 2, 1, 3),
                    List.of(0, 2, 3, 1),
                    List.of(0, 3, 1, 2),
                    List.of(0, 3, 2, 1));

    /// So much nearer to the vertical than any other order must the best one stand, radians.
    private static final double CLEAR = Math.toRadians(10);

    private static final List<Integer> AS_GIVEN = List.of(0, 1, 2, 3);

    private CornerOrder() {}

    /// What is wrong with the order; empty when nothing is, or when the points enclose nothing.
    public static Optional<CornerFault> fault(Quad quad) {
        if (cross(quad.topLeft(), quad.bottomLeft(), quad.bottomRight(), quad.topRight())) {
            return Optional.of(CornerFault.SIDES_CROSS);
        }
        if (cross(quad.bottomLeft(), quad.bottomRight(), quad.topRight(), quad.topLeft())) {
            return Optional.of(CornerFault.EDGES_CROSS);
        }
        double area = quad.signedArea();
        boolean topsBelow = down(quad).y() < 0;
        if (area < 0) {
            return Optional.of(
                    topsBelow ? CornerFault.TOP_BOTTOM_SWAPPED : CornerFault.LEFT_RIGHT_SWAPPED);
        }
        if (area > 0 && topsBelow) {
            return Optional.of(CornerFault.UPSIDE_DOWN);
        }
        return repair(quad).map(_ -> CornerFault.QUARTER_TURN);
    }

    /// The order that makes an upright plate of the points: at each place of TL, BL, BR, TR the
    /// index of the given corner that belongs there.
    ///
    /// Of the four ways to begin a counter-clockwise round, it is the one whose line from the
    /// middle of the bottoms to the middle of the tops stands nearest to the vertical.
    ///
    /// @return empty when the points are in that order already, when they are not the corners of a
    ///   convex outline, or when the second best order stands upright nearly as well (within 10
    ///   degrees), as it does with a plate that is turned by about 45 degrees
    public static Optional<List<Integer>> repair(Quad quad) {
        Optional<List<Integer>> round =
                ROUNDS.stream().filter(order -> isConvexInOrder(reordered(quad, order))).findAny();
        if (round.isEmpty()) {
            return Optional.empty();
        }
        List<List<Integer>> byLean =
                IntStream.range(0, 4)
                        .mapToObj(start -> rotated(round.get(), start))
                        .sorted(Comparator.comparingDouble(order -> lean(reordered(quad, order))))
                        .toList();
        List<Integer> best = byLean.getFirst();
        double ahead = lean(reordered(quad, byLean.get(1))) - lean(reordered(quad, best));
        return ahead < CLEAR || best.equals(AS_GIVEN) ? Optional.empty() : Optional.of(best);
    }

    private static Quad reordered(Quad quad, List<Integer> order) {
        return Quad.of(order.stream().map(quad.corners()::get).toList());
    }

    private static List<Integer> rotated(List<Integer> order, int start) {
        return IntStream.range(0, 4).mapToObj(i -> order.get((start + i) % 4)).toList();
    }

    private static boolean isConvexInOrder(Quad quad) {
        return quad.isConvex() && quad.signedArea() > 0;
    }

    /// From the middle of the tops to that of the bottoms, twice as long.
    private static Point down(Quad quad) {
        return quad.bottomLeft()
                .plus(quad.bottomRight())
                .minus(quad.topLeft())
                .minus(quad.topRight());
    }

    /// How far the plate leans from standing upright, radians, 0 to pi.
    private static double lean(Quad quad) {
        Point down = down(quad);
        return Math.abs(Math.atan2(down.x(), down.y()));
    }

    /// Whether the segments ab and cd cross in their interiors.
    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(Point a, Point b, Point p) {
        return Math.signum(b.minus(a).cross(p.minus(a)));
    }
}
