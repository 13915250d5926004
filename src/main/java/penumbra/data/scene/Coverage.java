package penumbra.data.scene;

import java.util.Arrays;
import java.util.List;

/// Exact area coverage of pixels by polygons: the share of every pixel square that lies inside.
///
/// Each edge adds, to the row it crosses, its signed height in the pixel where it runs and what of
/// that height lies to the left of it in the next; the running sum of a row is then the covered
/// area. Contours of opposite direction cut holes; the result is exact for contours that do not
/// cross, and limited to 1 where they overlap. Picture px, corner origin.
final class Coverage {

    /// Less coverage than this is rounding.
    private static final float NOTHING = 1e-5f;

    private final int width;
    private final int height;
    private final float[] delta;
    private int left;
    private int top;
    private int right;
    private int bottom;

    Coverage(int width, int height) {
        this.width = width;
        this.height = height;
        delta = new float[(width + 2) * height];
    }

    /// Receives one pixel row: coverage in `[from, to)` of the shared array at `offset + x`.
    interface RowSink {
        void row(int y, int from, int to, float[] coverage, int offset);
    }

    /// Hands every row that the contours touch to the sink, top to bottom.
    ///
    /// @param contours closed polygons as x0, y0, x1, y1, ...
    void scan(List<double[]> contours, RowSink sink) {
        if (!bound(contours)) {
            return;
        }
        for (double[] c : contours) {
            int n = c.length;
            for (int i = 0; i < n; i += 2) {
                edge(c[i], c[i + 1], c[(i + 2) % n], c[(i + 3) % n]);
            }
        }
        int stride = width + 2;
        for (int y = top; y < bottom; y++) {
            int offset = y * stride;
            int from = left;
            while (from < right && delta[offset + from] == 0) {
                from++;
            }
            integrate(offset, from);
            int to = right;
            while (to > from && delta[offset + to - 1] < NOTHING) {
                to--;
            }
            sink.row(y, from, to, delta, offset);
            Arrays.fill(delta, offset + left, offset + right + 2, 0f);
        }
    }

    /// The running sum of a row, in place; where nothing changes there is nothing to add.
    private void integrate(int offset, int from) {
        float sum = 0;
        float covered = 0;
        for (int i = offset + from; i < offset + right; i++) {
            if (delta[i] != 0) {
                sum += delta[i];
                covered = Math.min(1, Math.abs(sum));
            }
            delta[i] = covered;
        }
    }

    private boolean bound(List<double[]> contours) {
        double x0 = Double.POSITIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (double[] c : contours) {
            for (int i = 0; i < c.length; i += 2) {
                x0 = Math.min(x0, c[i]);
                x1 = Math.max(x1, c[i]);
                y0 = Math.min(y0, c[i + 1]);
                y1 = Math.max(y1, c[i + 1]);
            }
        }
        left = (int) Math.clamp(Math.floor(x0), 0, width);
        right = (int) Math.clamp(Math.ceil(x1), 0, width);
        top = (int) Math.clamp(Math.floor(y0), 0, height);
        bottom = (int) Math.clamp(Math.ceil(y1), 0, height);
        return left < right && top < bottom;
    }

    private void edge(double ax, double ay, double bx, double by) {
        if (ay > by) {
            slope(bx, by, ax, ay, -1);
        } else if (ay < by) {
            slope(ax, ay, bx, by, 1);
        }
    }

    private void slope(double ax, double ay, double bx, double by, int sign) {
        double perRow = (bx - ax) / (by - ay);
        double from = Math.max(ay, top);
        double to = Math.min(by, bottom);
        for (int y = (int) from; y < to; y++) {
            double y0 = Math.max(from, y);
            double y1 = Math.min(to, y + 1);
            slice(y, ax + (y0 - ay) * perRow, ax + (y1 - ay) * perRow, sign * (y1 - y0));
        }
    }

    /// A straight piece inside one row, from x0 to x1, of signed height h.
    private void slice(int y, double x0, double x1, double h) {
        double a = Math.clamp(Math.min(x0, x1), left, right);
        double b = Math.clamp(Math.max(x0, x1), left, right);
        double span = Math.abs(x1 - x0);
        int row = y * (width + 2);
        if (span < 1e-9 || b - a < 1e-12 * Math.max(1, span)) {
            cell(row, (int) a, a - (int) a, h);
            return;
        }
        double below = (a - Math.min(x0, x1)) / span;
        if (below > 0) {
            cell(row, left, 0, h * below);
        }
        double beyond = (Math.max(x0, x1) - b) / span;
        if (beyond > 0) {
            cell(row, right, 0, h * beyond);
        }
        for (int column = (int) a; column < b; column++) {
            double p = Math.max(a, column);
            double q = Math.min(b, column + 1);
            cell(row, column, (p + q) / 2 - column, h * (q - p) / span);
        }
    }

    private void cell(int row, int column, double mean, double h) {
        delta[row + column] += (float) (h * (1 - mean));
        delta[row + column + 1] += (float) (h * mean);
    }
}
