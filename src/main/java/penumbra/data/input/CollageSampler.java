package penumbra.data.input;

/// Bilinear samples of a collage at places given in 1/32 px, pixel centres at whole numbers. Grey
/// lies between its pieces and around them. Not for several threads.
final class CollageSampler {

    static final int STEP_BITS = 5;
    static final int STEPS = 1 << STEP_BITS;
    private static final int WEIGHT_BITS = 2 * STEP_BITS;

    /// The bytes of a pixel as lanes of a long, wide enough for a weighted sum.
    private static final int LANE = 20;

    private static final long HALVES = (1L << LANE | 1) << LANE | 1;
    private static final long ROUNDING = HALVES << WEIGHT_BITS - 1;

    private final Tile[] tiles;

    /// A piece within the canvas: columns `left` to `right - 1`, rows `top` to `bottom - 1`.
    ///
    /// @param origin index of the canvas's corner in its pixels
    private record Tile(
            int[] rgb, int stride, int origin, int left, int top, int right, int bottom) {

        static Tile of(Collage collage, Collage.Piece piece) {
            int stride = piece.image().width();
            return new Tile(
                    piece.image().rgb(),
                    stride,
                    -piece.top() * stride - piece.left(),
                    Math.max(0, piece.left()),
                    Math.max(0, piece.top()),
                    Math.min(collage.size().width(), piece.left() + stride),
                    Math.min(collage.size().height(), piece.top() + piece.image().height()));
        }

        /// Whether the pixel, its right and its lower neighbours lie in it.
        boolean holdsFour(int column, int row) {
            return column >= left && column < right - 1 && row >= top && row < bottom - 1;
        }

        /// Whether one of the four does.
        boolean touchesFour(int column, int row) {
            return column >= left - 1 && column < right && row >= top - 1 && row < bottom;
        }

        boolean holds(int column, int row) {
            return column >= left && column < right && row >= top && row < bottom;
        }
    }

    CollageSampler(Collage collage) {
        tiles =
                collage.pieces().stream()
                        .map(piece -> Tile.of(collage, piece))
                        .filter(tile -> tile.left() < tile.right() && tile.top() < tile.bottom())
                        .toArray(Tile[]::new);
    }

    /// A row of samples.
    ///
    /// @param xs 1/32 px
    /// @param ys 1/32 px
    /// @param rgb receives them from that index on
    void row(int[] xs, int[] ys, int[] rgb, int at) {
        int i = 0;
        while (i < xs.length) {
            Tile tile = holding(xs[i] >> STEP_BITS, ys[i] >> STEP_BITS);
            if (tile == null) {
                rgb[at + i] = border(xs[i], ys[i]);
                i++;
            } else {
                i = within(tile, xs, ys, i, rgb, at);
            }
        }
    }

    private Tile holding(int column, int row) {
        for (Tile tile : tiles) {
            if (tile.holdsFour(column, row)) {
                return tile;
            }
        }
        return null;
    }

    /// Samples as long as they lie within that tile; the first one does.
    ///
    /// @return the first that does not
    private static int within(Tile tile, int[] xs, int[] ys, int from, int[] rgb, int at) {
        int[] pixels = tile.rgb();
        int stride = tile.stride();
        int left = tile.left();
        int top = tile.top();
        int columns = tile.right() - 1 - left;
        int rows = tile.bottom() - 1 - top;
        int corner = tile.origin() + top * stride + left;
        int i = from;
        while (i < xs.length) {
            int x = xs[i];
            int y = ys[i];
            int column = (x >> STEP_BITS) - left;
            int row = (y >> STEP_BITS) - top;
            if (column < 0 || column >= columns || row < 0 || row >= rows) {
                break;
            }
            int p = corner + row * stride + column;
            rgb[at + i] =
                    mixed(
                            pixels[p],
                            pixels[p + 1],
                            pixels[p + stride],
                            pixels[p + stride + 1],
                            x & STEPS - 1,
                            y & STEPS - 1);
            i++;
        }
        return i;
    }

    /// A sample of which a part or all is grey.
    private int border(int x, int y) {
        int column = x >> STEP_BITS;
        int row = y >> STEP_BITS;
        for (Tile tile : tiles) {
            if (tile.touchesFour(column, row)) {
                return mixed(
                        pixel(column, row),
                        pixel(column + 1, row),
                        pixel(column, row + 1),
                        pixel(column + 1, row + 1),
                        x & STEPS - 1,
                        y & STEPS - 1);
            }
        }
        return RgbImage.OUTSIDE;
    }

    private int pixel(int column, int row) {
        for (Tile tile : tiles) {
            if (tile.holds(column, row)) {
                return tile.rgb()[tile.origin() + row * tile.stride() + column];
            }
        }
        return RgbImage.OUTSIDE;
    }

    /// Sums of whole lanes: none of them leaves its lane in the end, so that what passes between
    /// lanes on the way does not matter.
    private static int mixed(int a, int b, int c, int d, int right, int down) {
        long upperLeft = lanes(a);
        long lowerLeft = lanes(c);
        long upper = (upperLeft << STEP_BITS) + (lanes(b) - upperLeft) * right;
        long lower = (lowerLeft << STEP_BITS) + (lanes(d) - lowerLeft) * right;
        long sum = (upper << STEP_BITS) + (lower - upper) * down + ROUNDING >> WEIGHT_BITS;
        return (int) (sum & 0xFF)
                | (int) (sum >> LANE - 8) & 0xFF00
                | (int) (sum >> 2 * LANE - 16) & 0xFF0000;
    }

    private static long lanes(int rgb) {
        return rgb & 0xFF | (rgb & 0xFF00L) << LANE - 8 | (rgb & 0xFF0000L) << 2 * LANE - 16;
    }
}
