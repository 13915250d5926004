package penumbra.engine.head;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The anchors of one input size: one per cell of the levels P3, P4, P5 (strides 8, 16, 32), in
/// this order, row after row.
///
/// @param rows H, input px
/// @param columns W, input px
public record AnchorGrid(int rows, int columns) {

    private static final int[] STRIDES = {8, 16, 32};
    private static final int GRAIN = 32;

    /// @throws IllegalArgumentException if a side is no multiple of 32
    public AnchorGrid {
        if (rows <= 0 || columns <= 0 || rows % GRAIN != 0 || columns % GRAIN != 0) {
            throw new IllegalArgumentException(
                    "input of " + columns + "x" + rows + " px, not multiples of " + GRAIN);
        }
    }

    /// How many levels there are.
    public static int levels() {
        return STRIDES.length;
    }

    /// Side of a cell, input px.
    public static int stride(int level) {
        return STRIDES[level];
    }

    /// A: all anchors.
    public int size() {
        return first(STRIDES.length);
    }

    /// The first anchor of a level; of the level behind the last one, their count.
    public int first(int level) {
        int first = 0;
        for (int i = 0; i < level; i++) {
            first += (rows / STRIDES[i]) * (columns / STRIDES[i]);
        }
        return first;
    }

    /// Cells in a row of a level.
    public int columns(int level) {
        return columns / STRIDES[level];
    }

    /// Rows of cells of a level.
    public int rows(int level) {
        return rows / STRIDES[level];
    }

    /// The finest level's anchors whose centres are nearest to a point, nearest first, of equals
    /// the first; all of them when there are fewer.
    ///
    /// @param x input px
    public int[] nearest(double x, double y, int count) {
        int column = (int) Math.clamp(x / STRIDES[0], 0, columns(0) - 1);
        int row = (int) Math.clamp(y / STRIDES[0], 0, rows(0) - 1);
        return IntStream.rangeClosed(Math.max(0, row - count), Math.min(rows(0) - 1, row + count))
                .boxed()
                .flatMap(r ->
                        IntStream.rangeClosed(
                                        Math.max(0, column - count),
                                        Math.min(columns(0) - 1, column + count))
                                .mapToObj(c -> r * columns(0) + c))
                .sorted(Comparator.comparingDouble(a -> distance(a, x, y)))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Distance of an anchor's centre from a point, input px.
    public double distance(int anchor, double x, double y) {
        int level = 0;
        while (anchor >= first(level + 1)) {
            level++;
        }
        int cell = anchor - first(level);
        return Math.hypot(
                (cell % columns(level) + 0.5) * STRIDES[level] - x,
                (cell / columns(level) + 0.5) * STRIDES[level] - y);
    }

    /// The cells' centres and strides, anchor after anchor.
    public Anchors anchors() {
        float[] x = new float[size()];
        float[] y = new float[size()];
        int[] strides = new int[size()];
        int a = 0;
        for (int level = 0; level < STRIDES.length; level++) {
            for (int row = 0; row < rows(level); row++) {
                for (int column = 0; column < columns(level); column++, a++) {
                    x[a] = column + 0.5f;
                    y[a] = row + 0.5f;
                    strides[a] = STRIDES[level];
                }
            }
        }
        return new Anchors(x, y, strides);
    }
}
