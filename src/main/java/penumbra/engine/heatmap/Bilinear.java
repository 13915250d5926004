package penumbra.engine.heatmap;

import penumbra.geometry.Point;

/// A place between four nodes of a map, as [penumbra.uncertainty.anchor.OffsetField] reads it;
/// beyond the border the nearest node's value holds.
///
/// @param cells the four nodes: upper left, upper right, lower left, lower right
/// @param weights of each
/// @param slopesX derivatives of the weights by x, in nodes; 0 beyond the border
/// @param slopesY the same by y
record Bilinear(int[] cells, double[] weights, double[] slopesX, double[] slopesY) {

    static Bilinear at(MapOutput maps, double x, double y) {
        int columns = maps.columns();
        int rows = maps.rows();
        double cx = Math.clamp(x, 0, columns - 1);
        double cy = Math.clamp(y, 0, rows - 1);
        int left = Math.min((int) cx, Math.max(0, columns - 2));
        int top = Math.min((int) cy, Math.max(0, rows - 2));
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        double u = cx - left;
        double v = cy - top;
        double du = cx == x ? 1 : 0;
        double dv = cy == y ? 1 : 0;
        return new Bilinear(
                new int[] {
                    top * columns + left,
                    top * columns + right,
                    bottom * columns + left,
                    bottom * columns + right
                },
                new double[] {(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v},
                new double[] {-du * (1 - v), du * (1 - v), -du * v, du * v},
                new double[] {-dv * (1 - u), -dv * u, dv * (1 - u), dv * u});
    }

    /// Two channels that follow each other, at a place; what [#read] gives, without derivatives and
    /// objects for them.
    static Point pair(MapOutput maps, int picture, int channel, Point at) {
        int columns = maps.columns();
        int rows = maps.rows();
        double cx = Math.clamp(at.x(), 0, columns - 1);
        double cy = Math.clamp(at.y(), 0, rows - 1);
        int left = Math.min((int) cx, Math.max(0, columns - 2));
        int top = Math.min((int) cy, Math.max(0, rows - 2));
        int right = Math.min(left + 1, columns - 1) - left;
        int down = (Math.min(top + 1, rows - 1) - top) * columns;
        double u = cx - left;
        double v = cy - top;
        float[] values = maps.values();
        int x = maps.from(picture, channel) + top * columns + left;
        int y = x + maps.cells();
        double w00 = (1 - u) * (1 - v);
        double w10 = u * (1 - v);
        double w01 = (1 - u) * v;
        double w11 = u * v;
        return new Point(
                w00 * values[x]
                        + w10 * values[x + right]
                        + w01 * values[x + down]
                        + w11 * values[x + down + right],
                w00 * values[y]
                        + w10 * values[y + right]
                        + w01 * values[y + down]
                        + w11 * values[y + down + right]);
    }

    /// The value of a channel, or with slopes for weights its derivative.
    double read(MapOutput maps, int picture, int channel, double[] factors) {
        int from = maps.from(picture, channel);
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += factors[i] * maps.values()[from + cells[i]];
        }
        return sum;
    }

    /// Adds a derivative to the nodes of a channel, by their weights.
    void spread(MapOutput gradient, int picture, int channel, double derivative) {
        int from = gradient.from(picture, channel);
        for (int i = 0; i < cells.length; i++) {
            gradient.values()[from + cells[i]] += (float) (derivative * weights[i]);
        }
    }
}
