package penumbra.data;

import penumbra.geometry.Size;

/// How the stored rows of a picture have to be turned to stand upright: the values 1 to 8 of the
/// EXIF tag Orientation (CIPA DC-008-2023, 4.6.5.1.6), in their order.
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF_TURN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_TURN_CLOCKWISE(true, false, true),
    TRANSVERSED(true, true, true),
    QUARTER_TURN_COUNTERCLOCKWISE(true, true, false);

    private final boolean swapped;
    private final boolean fromRight;
    private final boolean fromBottom;

    /// @param swapped whether a row of the upright picture is a column of the stored one
    /// @param fromRight whether stored columns are read from the right
    /// @param fromBottom whether stored rows are read from below
    Orientation(boolean swapped, boolean fromRight, boolean fromBottom) {
        this.swapped = swapped;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /// The orientation of that EXIF value; values that EXIF does not know mean upright.
    static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /// The size of the upright picture.
    Size apply(Size stored) {
        return swapped ? new Size(stored.height(), stored.width()) : stored;
    }

    /// The upright picture.
    DecodedImage apply(DecodedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.size().width();
        int height = stored.size().height();
        int right = fromRight ? -1 : 1;
        int down = fromBottom ? -width : width;
        int start = (fromRight ? width - 1 : 0) + (fromBottom ? (height - 1) * width : 0);
        Size size = apply(stored.size());
        int acrossStep = swapped ? down : right;
        int downStep = swapped ? right : down;
        int[] from = stored.argb();
        int[] to = new int[from.length];
        int target = 0;
        for (int y = 0; y < size.height(); y++) {
            int source = start + y * downStep;
            for (int x = 0; x < size.width(); x++, source += acrossStep) {
                to[target++] = from[source];
            }
        }
        return new DecodedImage(size, to, stored.complete());
    }
}
