package penumbra.data.input;

/// A picture carried through a plane transform: for each pixel of the result the source is sampled
/// bilinearly where the inverse leads, in steps of 1/32 px; outside it is grey.
///
/// As OpenCV's `warpAffine` and `warpPerspective` do for bytes: an affine map adds up fixed-point
/// numbers of ten fractional bits, a perspective one divides in double precision for each pixel.
final class Warp {

    private static final int STEP_BITS = 5;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int FIXED_BITS = 10;
    private static final int FIXED = 1 << FIXED_BITS;
    private static final int WEIGHT_BITS = 2 * STEP_BITS;

    private Warp() {}

    /// @param matrix 3x3 row by row, from source to result px
    static RgbImage apply(RgbImage image, double[] matrix, int width, int height) {
        boolean affine = matrix[6] == 0 && matrix[7] == 0 && matrix[8] == 1;
        return affine
                ? affine(image, matrix, width, height)
                : perspective(image, matrix, width, height);
    }

    private static RgbImage affine(RgbImage image, double[] matrix, int width, int height) {
        double[] m = affineInverse(matrix);
        int[] xByColumn = new int[width];
        int[] yByColumn = new int[width];
        for (int x = 0; x < width; x++) {
            xByColumn[x] = (int) Math.rint(m[0] * x * FIXED);
            yByColumn[x] = (int) Math.rint(m[3] * x * FIXED);
        }
        int half = FIXED / STEPS / 2;
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            int x0 = (int) Math.rint((m[1] * y + m[2]) * FIXED) + half;
            int y0 = (int) Math.rint((m[4] * y + m[5]) * FIXED) + half;
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] =
                        sample(
                                image,
                                x0 + xByColumn[x] >> FIXED_BITS - STEP_BITS,
                                y0 + yByColumn[x] >> FIXED_BITS - STEP_BITS);
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private static double[] affineInverse(double[] m) {
        double determinant = m[0] * m[4] - m[1] * m[3];
        double d = determinant == 0 ? 0 : 1 / determinant;
        double a = m[4] * d;
        double b = -m[1] * d;
        double c = -m[3] * d;
        double e = m[0] * d;
        return new double[] {a, b, -a * m[2] - b * m[5], c, e, -c * m[2] - e * m[5]};
    }

    private static RgbImage perspective(RgbImage image, double[] matrix, int width, int height) {
        double[] m = inverse(matrix);
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double w = m[6] * x + m[7] * y + m[8];
                double scale = w == 0 ? 0 : STEPS / w;
                rgb[y * width + x] =
                        sample(
                                image,
                                (int) Math.rint((m[0] * x + m[1] * y + m[2]) * scale),
                                (int) Math.rint((m[3] * x + m[4] * y + m[5]) * scale));
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private static double[] inverse(double[] m) {
        double d =
                m[0] * (m[4] * m[8] - m[5] * m[7])
                        - m[1] * (m[3] * m[8] - m[5] * m[6])
                        + m[2] * (m[3] * m[7] - m[4] * m[6]);
        return new double[] {
            (m[4] * m[8] - m[5] * m[7]) / d,
            (m[2] * m[7] - m[1] * m[8]) / d,
            (m[1] * m[5] - m[2] * m[4]) / d,
            (m[5] * m[6] - m[3] * m[8]) / d,
            (m[0] * m[8] - m[2] * m[6]) / d,
            (m[2] * m[3] - m[0] * m[5]) / d,
            (m[3] * m[7] - m[4] * m[6]) / d,
            (m[1] * m[6] - m[0] * m[7]) / d,
            (m[0] * m[4] - m[1] * m[3]) / d
        };
    }

    /// The picture at a place given in 1/32 px.
    private static int sample(RgbImage image, int x, int y) {
        int column = x >> STEP_BITS;
        int row = y >> STEP_BITS;
        int right = x & STEPS - 1;
        int down = y & STEPS - 1;
        int a = at(image, column, row);
        int b = at(image, column + 1, row);
        int c = at(image, column, row + 1);
        int d = at(image, column + 1, row + 1);
        int pixel = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int sum =
                    ((a >> shift & 0xFF) * (STEPS - right) + (b >> shift & 0xFF) * right)
                                    * (STEPS - down)
                            + ((c >> shift & 0xFF) * (STEPS - right) + (d >> shift & 0xFF) * right)
                                    * down;
            pixel |= sum + (1 << WEIGHT_BITS - 1) >> WEIGHT_BITS << shift;
        }
        return pixel;
    }

    private static int at(RgbImage image, int column, int row) {
        return column >= 0 && row >= 0 && column < image.width() && row < image.height()
                ? image.rgb()[row * image.width() + column]
                : RgbImage.OUTSIDE;
    }
}
