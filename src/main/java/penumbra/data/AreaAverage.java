package penumbra.data;

import java.util.Arrays;
import penumbra.geometry.Size;

/// Makes pictures smaller: each pixel of the result is the mean of the area it covers, by share, of
/// the samples as they are stored.
final class AreaAverage {

    private static final int OPAQUE = 0xff000000;

    private AreaAverage() {}

    /// The picture at a size of which no side is longer than its own.
    static DecodedImage shrink(DecodedImage picture, Size to) {
        Size from = picture.size();
        int columns = to.width();
        double across = columns / (double) from.width();
        double down = to.height() / (double) from.height();
        double[] sums = new double[3 * columns * to.height()];
        double[] row = new double[3 * columns];
        for (int y = 0; y < from.height(); y++) {
            shrinkRow(picture.argb(), y * from.width(), from.width(), across, row);
            int first = first(y, down, to.height());
            double share = share(y, down, first);
            add(row, share, sums, first * row.length);
            if (share < down && first + 1 < to.height()) {
                add(row, down - share, sums, (first + 1) * row.length);
            }
        }
        int[] argb = new int[columns * to.height()];
        for (int i = 0; i < argb.length; i++) {
            int red = (int) Math.round(sums[3 * i]);
            int green = (int) Math.round(sums[3 * i + 1]);
            argb[i] = OPAQUE | red << 16 | green << 8 | (int) Math.round(sums[3 * i + 2]);
        }
        return new DecodedImage(to, argb, picture.complete());
    }

    /// The largest size of the same shape that fits into a square and is no larger than the
    /// original; a side is never shorter than 1 px.
    static Size within(Size size, int side) {
        double scale = Math.min(1, side / (double) Math.max(size.width(), size.height()));
        return new Size(
                (int) Math.max(1, Math.round(size.width() * scale)),
                (int) Math.max(1, Math.round(size.height() * scale)));
    }

    private static void shrinkRow(int[] argb, int from, int length, double across, double[] row) {
        Arrays.fill(row, 0);
        int columns = row.length / 3;
        for (int x = 0; x < length; x++) {
            int p = argb[from + x];
            int first = first(x, across, columns);
            double share = share(x, across, first);
            addPixel(p, share, row, 3 * first);
            if (share < across && first + 1 < columns) {
                addPixel(p, across - share, row, 3 * first + 3);
            }
        }
    }

    /// The pixel of the result in which that one of the original begins.
    private static int first(int at, double scale, int count) {
        return Math.min((int) (at * scale), count - 1);
    }

    /// How much of that pixel of the result it fills.
    private static double share(int at, double scale, int first) {
        return Math.min(scale, first + 1 - at * scale);
    }

    private static void addPixel(int p, double share, double[] row, int at) {
        row[at] += share * (p >> 16 & 0xff);
        row[at + 1] += share * (p >> 8 & 0xff);
        row[at + 2] += share * (p & 0xff);
    }

    private static void add(double[] row, double share, double[] sums, int at) {
        for (int i = 0; i < row.length; i++) {
            sums[at + i] += share * row[i];
        }
    }
}
