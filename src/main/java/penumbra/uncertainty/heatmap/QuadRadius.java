package penumbra.uncertainty.heatmap;

import java.util.List;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// The inside case of [GaussianRadius] for plates that are not upright: by how much all sides of a
/// convex quadrilateral may move inwards before its area falls to a share.
///
/// Formula: `A - P r + K r² = o A`, A area, P perimeter, `K = Σ cot(angle / 2)` over the corners,
/// so `r = 2 (1 - o) A / (P + sqrt(P² - 4 K (1 - o) A))`. Ours; for a rectangle it is the inside
/// case. Holds while no side has shrunk to nothing. Unit: that of the corners.
public final class QuadRadius {

    private QuadRadius() {}

    /// @throws IllegalArgumentException if the quadrilateral is not convex or the overlap not above
    ///   0 and at most 1
    public static double of(Quad quad, double overlap) {
        if (!quad.isConvex()) {
            throw new IllegalArgumentException("the quadrilateral is not convex");
        }
        if (!(overlap > 0 && overlap <= 1)) {
            throw new IllegalArgumentException("the overlap is above 0 and at most 1: " + overlap);
        }
        List<Point> corners = quad.corners();
        double perimeter = 0;
        double cotangents = 0;
        for (int i = 0; i < 4; i++) {
            Point at = corners.get(i);
            Point next = corners.get((i + 1) % 4).minus(at);
            Point before = corners.get((i + 3) % 4).minus(at);
            perimeter += next.norm();
            // cot(a/2) = (1 + cos a) / sin a
            cotangents +=
                    (next.norm() * before.norm() + next.dot(before)) / Math.abs(next.cross(before));
        }
        double lost = (1 - overlap) * Math.abs(quad.signedArea());
        double root = Math.sqrt(Math.max(0, perimeter * perimeter - 4 * cotangents * lost));
        return 2 * lost / (perimeter + root);
    }
}
