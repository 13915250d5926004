package penumbra.data;

import java.util.Arrays;
import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.geometry.Region;
import penumbra.geometry.Size;

/// Shows part of a picture at another size: into pixels of a display, whose number alone the cost
/// depends on and not that of the picture.
///
/// The middle of the display's pixel (i, j) lies at `corner + (i + 1/2, j + 1/2) * step` of the
/// picture. Enlarged smoothly, it is interpolated between the middles of four pixels; reduced
/// smoothly, it is the mean of up to [#MOST_TAPS] by [#MOST_TAPS] pixels spread evenly over what it
/// covers; otherwise it is the pixel it lies in.
///
/// @param corner of the display in the picture, picture px
/// @param step of one pixel of the display, picture px
public record Resampling(Point corner, double step) {

    static final int MOST_TAPS = 3;

    /// Weights of the interpolation are whole numbers of this share, so that two channels fit side
    /// by side into one int.
    private static final int ONE = 256;

    private static final int RED_BLUE = 0x00ff00ff;
    private static final int OPAQUE = 0xff000000;

    /// Fills the display; pixels beyond the picture are left as they are.
    ///
    /// @param out rows of the display from the top
    /// @param display its size
    /// @param nearest whether pixels of the picture are shown as squares
    /// @return the pixels that were filled, empty when the picture is out of sight
    public Optional<Region> fill(DecodedImage picture, int[] out, Size display, boolean nearest) {
        Size size = picture.size();
        int left = first(corner.x(), display.width());
        int top = first(corner.y(), display.height());
        int right = end(corner.x(), size.width(), left, display.width());
        int bottom = end(corner.y(), size.height(), top, display.height());
        if (right <= left || bottom <= top) {
            return Optional.empty();
        }
        Region filled = new Region(left, top, right - left, bottom - top);
        if (nearest || step == 1 && corner.equals(floor(corner))) {
            nearest(picture, out, display.width(), filled);
        } else if (step > 1) {
            mean(picture, out, display.width(), filled);
        } else {
            interpolated(picture, out, display.width(), filled);
        }
        return Optional.of(filled);
    }

    /// The first pixel of the display whose middle is not before the picture.
    private int first(double from, int length) {
        return (int) Math.clamp(Math.ceil(-from / step - 0.5), 0, length);
    }

    /// The first pixel from there on whose middle is beyond the picture.
    private int end(double from, int side, int first, int length) {
        return (int) Math.clamp(Math.ceil((side - from) / step - 0.5), first, length);
    }

    private static Point floor(Point p) {
        return new Point(Math.floor(p.x()), Math.floor(p.y()));
    }

    private void nearest(DecodedImage picture, int[] out, int row, Region to) {
        int width = picture.size().width();
        int[] columns = places(corner.x(), 0.5, to.x(), to.width(), width);
        int[] rows = places(corner.y(), 0.5, to.y(), to.height(), picture.size().height());
        for (int j = 0; j < to.height(); j++) {
            int at = (to.y() + j) * row + to.x();
            if (j > 0 && rows[j] == rows[j - 1]) {
                System.arraycopy(out, at - row, out, at, to.width());
            } else {
                int from = rows[j] * width;
                for (int i = 0; i < columns.length; i++) {
                    out[at + i] = picture.argb()[from + columns[i]];
                }
            }
        }
    }

    private void mean(DecodedImage picture, int[] out, int row, Region to) {
        int taps = (int) Math.min(MOST_TAPS, Math.ceil(step));
        int width = picture.size().width();
        int[][] columns = new int[taps][];
        int[][] rows = new int[taps][];
        for (int k = 0; k < taps; k++) {
            double share = (k + 0.5) / taps;
            columns[k] = places(corner.x(), share, to.x(), to.width(), width);
            rows[k] = places(corner.y(), share, to.y(), to.height(), picture.size().height());
        }
        int[] redBlue = new int[to.width()];
        int[] green = new int[to.width()];
        // Sums of up to 9 samples of 8 bits fit side by side into the halves of an int.
        int reciprocal = (1 << 16) / (taps * taps) + 1;
        for (int j = 0; j < to.height(); j++) {
            Arrays.fill(redBlue, 0);
            Arrays.fill(green, 0);
            for (int[] down : rows) {
                for (int[] across : columns) {
                    add(picture.argb(), down[j] * width, across, redBlue, green);
                }
            }
            int at = (to.y() + j) * row + to.x();
            for (int i = 0; i < redBlue.length; i++) {
                int red = (redBlue[i] >>> 16) * reciprocal >>> 16;
                int blue = (redBlue[i] & 0xffff) * reciprocal >>> 16;
                out[at + i] = OPAQUE | red << 16 | green[i] * reciprocal >>> 16 << 8 | blue;
            }
        }
    }

    private static void add(int[] argb, int from, int[] columns, int[] redBlue, int[] green) {
        for (int i = 0; i < columns.length; i++) {
            int p = argb[from + columns[i]];
            redBlue[i] += p & RED_BLUE;
            green[i] += p >> 8 & 0xff;
        }
    }

    private void interpolated(DecodedImage picture, int[] out, int row, Region to) {
        int width = picture.size().width();
        int height = picture.size().height();
        int[] left = new int[to.width()];
        int[] weights = new int[to.width()];
        for (int i = 0; i < left.length; i++) {
            double x = Math.clamp(middle(corner.x(), to.x() + i) - 0.5, 0, width - 1.0);
            left[i] = Math.min((int) x, Math.max(0, width - 2));
            weights[i] = (int) ((x - left[i]) * ONE);
        }
        int right = width > 1 ? 1 : 0;
        for (int j = 0; j < to.height(); j++) {
            double y = Math.clamp(middle(corner.y(), to.y() + j) - 0.5, 0, height - 1.0);
            int top = Math.min((int) y, Math.max(0, height - 2));
            int down = height > 1 ? width : 0;
            int weight = (int) ((y - top) * ONE);
            int at = (to.y() + j) * row + to.x();
            int[] argb = picture.argb();
            for (int i = 0; i < left.length; i++) {
                int from = top * width + left[i];
                int above = blend(argb[from], argb[from + right], weights[i]);
                int below = blend(argb[from + down], argb[from + down + right], weights[i]);
                out[at + i] = OPAQUE | blend(above, below, weight);
            }
        }
    }

    private static int blend(int one, int other, int weight) {
        int rest = ONE - weight;
        int redBlue = (one & RED_BLUE) * rest + (other & RED_BLUE) * weight >>> 8 & RED_BLUE;
        int green = (one >> 8 & 0xff) * rest + (other >> 8 & 0xff) * weight & 0xff00;
        return redBlue | green;
    }

    private double middle(double from, int index) {
        return from + (index + 0.5) * step;
    }

    /// The pixels of the picture in which those of the display lie.
    ///
    /// @param share of a pixel of the display, from its beginning
    private int[] places(double from, double share, int first, int count, int side) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            double at = from + (first + i + share) * step;
            places[i] = (int) Math.clamp(Math.floor(at), 0, side - 1);
        }
        return places;
    }
}
