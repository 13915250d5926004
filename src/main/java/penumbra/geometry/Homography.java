package penumbra.geometry;

import java.util.List;
import java.util.Optional;

/// The projective map of the plane that takes the corners of one convex quadrilateral to those of
/// another: how a flat thing looks from elsewhere.
///
/// `(u, v, w) = H (x, y, 1)`, image `(u / w, v / w)`, each relative to a corner of its
/// quadrilateral, which keeps the digits when both are small and far from the origin of their
/// frames. H is the map of the unit square to the second quadrilateral after the inverse of the map
/// of the unit square to the first.
///
/// Source: P. S. Heckbert, *Fundamentals of Texture Mapping and Image Warping*, 1989, 2.2.3.
/// Departure: the inverse is the adjugate, and the sign is chosen so that w is positive inside the
/// quadrilateral.
public final class Homography {

    /// Three corners count as lying on one line when the triangle they span has less than this
    /// share of the squared diameter of the quadrilateral.
    private static final double FLAT = 1e-9;

    private final Point from;
    private final Point to;
    private final double[] h;

    private Homography(Point from, Point to, double[] h) {
        this.from = from;
        this.to = to;
        this.h = h;
    }

    /// The map that takes each corner of `from` to the corner of `to` with the same name. A mirror
    /// image is a map like any other.
    ///
    /// @return empty when one of the two is not convex, or so flat that the map means nothing
    public static Optional<Homography> between(Quad from, Quad to) {
        if (isFlat(from) || isFlat(to)) {
            return Optional.empty();
        }
        double[] h = product(ofSquare(to), adjugate(ofSquare(from)));
        Point origin = from.topLeft();
        Homography map = new Homography(origin, to.topLeft(), h);
        Point inside = from.corners().stream().reduce(new Point(0, 0), Point::plus).times(0.25);
        if (map.weight(inside.minus(origin)) < 0) {
            for (int i = 0; i < h.length; i++) {
                h[i] = -h[i];
            }
        }
        return Optional.of(map);
    }

    /// The image of a point.
    ///
    /// @return empty when the point lies on the line that goes to infinity, or beyond it
    public Optional<Point> map(Point p) {
        Point d = p.minus(from);
        double w = weight(d);
        if (!(w > 0)) {
            return Optional.empty();
        }
        double x = (h[0] * d.x() + h[1] * d.y() + h[2]) / w + to.x();
        double y = (h[3] * d.x() + h[4] * d.y() + h[5]) / w + to.y();
        return Double.isFinite(x) && Double.isFinite(y)
                ? Optional.of(new Point(x, y))
                : Optional.empty();
    }

    /// The map back.
    public Homography inverse() {
        double[] inverse = adjugate(h);
        // The adjugate of a mirroring map, whose determinant is negative, has the other sign.
        if (determinant(h) < 0) {
            for (int i = 0; i < inverse.length; i++) {
                inverse[i] = -inverse[i];
            }
        }
        return new Homography(to, from, inverse);
    }

    private double weight(Point d) {
        return h[6] * d.x() + h[7] * d.y() + h[8];
    }

    private static boolean isFlat(Quad quad) {
        Box hull = quad.hull();
        double least = FLAT * (hull.width() * hull.width() + hull.height() * hull.height());
        List<Point> p = quad.corners();
        for (int i = 0; i < 4; i++) {
            Point a = p.get(i);
            Point b = p.get((i + 1) % 4);
            Point c = p.get((i + 2) % 4);
            if (!(Math.abs(b.minus(a).cross(c.minus(b))) / 2 > least)) {
                return true;
            }
        }
        return !quad.isConvex();
    }

    /// The map that takes (0, 0), (1, 0), (1, 1), (0, 1) to the corners, relative to the first.
    private static double[] ofSquare(Quad quad) {
        Point p1 = quad.bottomLeft().minus(quad.topLeft());
        Point p2 = quad.bottomRight().minus(quad.topLeft());
        Point p3 = quad.topRight().minus(quad.topLeft());
        Point d1 = p1.minus(p2);
        Point d2 = p3.minus(p2);
        Point s = p2.minus(p1).minus(p3);
        double area = d1.cross(d2);
        double g = s.cross(d2) / area;
        double k = d1.cross(s) / area;
        return new double[] {
            p1.x() * (1 + g), p3.x() * (1 + k), 0, p1.y() * (1 + g), p3.y() * (1 + k), 0, g, k, 1
        };
    }

    /// The matrix of the map that does `b` first, then `a`; 3x3, row by row.
    public static double[] product(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 9; i++) {
            int row = i / 3 * 3;
            c[i] = a[row] * b[i % 3] + a[row + 1] * b[i % 3 + 3] + a[row + 2] * b[i % 3 + 6];
        }
        return c;
    }

    private static double[] adjugate(double[] m) {
        return new double[] {
            m[4] * m[8] - m[5] * m[7],
            m[2] * m[7] - m[1] * m[8],
            m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8],
            m[0] * m[8] - m[2] * m[6],
            m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6],
            m[1] * m[6] - m[0] * m[7],
            m[0] * m[4] - m[1] * m[3]
        };
    }

    private static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                + m[1] * (m[5] * m[6] - m[3] * m[8])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }
}
