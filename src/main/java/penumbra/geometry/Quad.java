package penumbra.geometry;

import java.util.List;

/// A quadrilateral of four corners in order: left side from the top down, then the right side from
/// the bottom up. Nothing is asked of its shape: corners may coincide and sides may cross, because
/// that is what is to be found out. All corners are in one frame with y down.
public record Quad(Point topLeft, Point bottomLeft, Point bottomRight, Point topRight) {

    /// @param corners top left, bottom left, bottom right, top right
    /// @throws IllegalArgumentException if they are not four
    public static Quad of(List<Point> corners) {
        if (corners.size() != 4) {
            throw new IllegalArgumentException(
                    "a quadrilateral has 4 corners, not " + corners.size());
        }
        return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    /// The corners of a box.
    public static Quad of(Box box) {
        return new Quad(
                new Point(box.x(), box.y()),
                new Point(box.x(), box.bottom()),
                new Point(box.right(), box.bottom()),
                new Point(box.right(), box.y()));
    }

    /// The four corners in order.
    public List<Point> corners() {
        return List.of(topLeft, bottomLeft, bottomRight, topRight);
    }

    /// Area by the shoelace formula, which for four corners is half the cross product of the
    /// diagonals. Positive when the corners run counter-clockwise on the screen, as their order
    /// says; negative when left and right, or top and bottom, are swapped. Where the outline
    /// crosses itself the two parts count with opposite signs. Unit: that of the frame, squared.
    public double signedArea() {
        return topRight.minus(bottomLeft).cross(bottomRight.minus(topLeft)) / 2;
    }

    /// Whether the outline turns the same way at all four corners: no corner lies on the line
    /// through its neighbours, and no two sides cross.
    public boolean isConvex() {
        int turn = turn(topRight, topLeft, bottomLeft);
        return turn != 0
                && turn == turn(topLeft, bottomLeft, bottomRight)
                && turn == turn(bottomLeft, bottomRight, topRight)
                && turn == turn(bottomRight, topRight, topLeft);
    }

    /// Whether the left and the right side meet, as they do when the lower corners are swapped.
    public boolean sidesCross() {
        return meet(topLeft, bottomLeft, bottomRight, topRight);
    }

    /// Whether two opposite edges of the outline meet: left with right, or upper with lower.
    public boolean crossesItself() {
        return sidesCross() || meet(bottomLeft, bottomRight, topRight, topLeft);
    }

    /// Whether the point lies inside the outline or on it. Where the outline crosses itself, both
    /// parts are inside.
    public boolean contains(Point p) {
        List<Point> corners = corners();
        boolean inside = false;
        for (int i = 0; i < 4; i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % 4);
            int turn = turn(a, b, p);
            if (turn == 0 && within(a, b, p)) {
                return true;
            }
            // A ray to the right meets the edge if the edge reaches from above it to below it and
            // passes right of the point.
            if (a.y() > p.y() != b.y() > p.y() && turn == (b.y() > a.y() ? 1 : -1)) {
                inside = !inside;
            }
        }
        return inside;
    }

    /// The smallest box that holds all four corners.
    public Box hull() {
        return Box.hull(corners()).orElseThrow();
    }

    /// 1 when the way from a over b to c turns right on the screen, -1 left, 0 straight or back.
    private static int turn(Point a, Point b, Point c) {
        return (int) Math.signum(b.minus(a).cross(c.minus(a)));
    }

    /// Whether two segments have a point in common.
    private static boolean meet(Point a, Point b, Point c, Point d) {
        int abc = turn(a, b, c);
        int abd = turn(a, b, d);
        int cda = turn(c, d, a);
        int cdb = turn(c, d, b);
        if (abc != abd && cda != cdb) {
            return true;
        }
        return abc == 0 && within(a, b, c)
                || abd == 0 && within(a, b, d)
                || cda == 0 && within(c, d, a)
                || cdb == 0 && within(c, d, b);
    }

    /// Whether p, known to be on the line through a and b, lies between them.
    private static boolean within(Point a, Point b, Point p) {
        return Math.min(a.x(), b.x()) <= p.x()
                && p.x() <= Math.max(a.x(), b.x())
                && Math.min(a.y(), b.y()) <= p.y()
                && p.y() <= Math.max(a.y(), b.y());
    }
}
