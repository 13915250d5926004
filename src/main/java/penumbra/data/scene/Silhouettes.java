package penumbra.data.scene;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// The outlines of what was painted, in painting order: what covers a point that was painted
/// earlier. Picture px.
final class Silhouettes {

    private final List<double[]> outlines = new ArrayList<>();

    void add(double[] outline) {
        outlines.add(outline);
    }

    /// How much was painted until now.
    int mark() {
        return outlines.size();
    }

    /// Whether something painted after the mark covers the point.
    boolean covers(Point p, int mark) {
        for (int i = mark; i < outlines.size(); i++) {
            if (inside(outlines.get(i), p)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(double[] c, Point p) {
        boolean in = false;
        int n = c.length;
        for (int i = 0; i < n; i += 2) {
            double ax = c[i];
            double ay = c[i + 1];
            double bx = c[(i + 2) % n];
            double by = c[(i + 3) % n];
            if (ay > p.y() != by > p.y() && p.x() < ax + (p.y() - ay) / (by - ay) * (bx - ax)) {
                in = !in;
            }
        }
        return in;
    }
}
