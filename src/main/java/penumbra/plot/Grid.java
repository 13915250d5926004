package penumbra.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A function of two coordinates at the nodes of a grid, with its gradient.
///
/// @param xs ascending, evenly spaced, two or more
/// @param ys likewise
/// @param values `values[row * xs.length + column]`, a row for each y; finite
/// @param dx derivatives along x
/// @param dy derivatives along y
public record Grid(double[] xs, double[] ys, double[] values, double[] dx, double[] dy) {

    public Grid {
        int nodes = xs.length * ys.length;
        if (xs.length < 2 || ys.length < 2 || values.length != nodes) {
            throw new IllegalArgumentException(values.length + " values do not fill the grid");
        }
        if (dx.length != nodes || dy.length != nodes) {
            throw new IllegalArgumentException("a gradient is wanted at each node");
        }
    }

    public double value(int row, int column) {
        return values[row * xs.length + column];
    }

    /// The value at a place, linear between the nodes; outside that of the nearest place.
    public double at(double x, double y) {
        double column = place(xs, x);
        double row = place(ys, y);
        int left = Math.min((int) column, xs.length - 2);
        int top = Math.min((int) row, ys.length - 2);
        double right = column - left;
        double down = row - top;
        return (1 - down) * ((1 - right) * value(top, left) + right * value(top, left + 1))
                + down * ((1 - right) * value(top + 1, left) + right * value(top + 1, left + 1));
    }

    private static double place(double[] nodes, double at) {
        double share = (at - nodes[0]) / (nodes[nodes.length - 1] - nodes[0]);
        return Math.clamp(share, 0, 1) * (nodes.length - 1);
    }

    public double least() {
        return Arrays.stream(values).min().orElseThrow();
    }

    public double most() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /// Every second node and so on, the outermost kept.
    ///
    /// @param step that divides the numbers of steps along both sides
    public Grid every(int step) {
        int width = (xs.length - 1) / step + 1;
        int height = (ys.length - 1) / step + 1;
        if ((width - 1) * step != xs.length - 1 || (height - 1) * step != ys.length - 1) {
            throw new IllegalArgumentException(step + " does not divide the grid");
        }
        return new Grid(
                thinned(xs, step, 1, width, 1),
                thinned(ys, step, 1, height, 1),
                thinned(values, step, xs.length, width, height),
                thinned(dx, step, xs.length, width, height),
                thinned(dy, step, xs.length, width, height));
    }

    private static double[] thinned(double[] from, int step, int rowLength, int width, int height) {
        double[] kept = new double[width * height];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = from[i / width * step * rowLength + i % width * step];
        }
        return kept;
    }

    /// Levels that part the nodes into as many equal shares and one more, so that flat parts of the
    /// function get their lines as well as steep ones.
    public List<Double> quantiles(int count) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> levels = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double place = (double) i / (count + 1) * (sorted.length - 1);
            int below = (int) place;
            double share = place - below;
            double next = sorted[Math.min(below + 1, sorted.length - 1)];
            levels.add(sorted[below] + share * (next - sorted[below]));
        }
        return levels;
    }
}
