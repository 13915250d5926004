package penumbra.data.input;

/// A picture carried through a plane transform: for each pixel of the result the source is sampled
/// bilinearly where the inverse leads, in steps of 1/32 px; outside it is grey.
///
/// As OpenCV's `warpAffine` and `warpPerspective` do for bytes: an affine map adds up fixed-point
/// numbers of ten fractional bits, a perspective one divides in double precision for each pixel.
final class Warp {

    private static final int FIXED_BITS = 10;
    private static final int FIXED = 1 << FIXED_BITS;

    private Warp() {}

    /// @param matrix 3x3 row by row, from source to result px
    static RgbImage apply(Collage source, double[] matrix, int width, int height) {
        boolean affine = matrix[6] == 0 && matrix[7] == 0 && matrix[8] == 1;
        int[] rgb = new int[width * height];
        if (affine) {
            affine(source, matrix, width, rgb);
        } else {
            perspective(source, matrix, width, rgb);
        }
        return new RgbImage(width, height, rgb);
    }

    private static void affine(Collage source, double[] matrix, int width, int[] rgb) {
        CollageSampler sampler = new CollageSampler(source);
        double[] m = affineInverse(matrix);
        int[] xByColumn = new int[width];
        int[] yByColumn = new int[width];
        for (int x = 0; x < width; x++) {
            xByColumn[x] = (int) Math.rint(m[0] * x * FIXED);
            yByColumn[x] = (int) Math.rint(m[3] * x * FIXED);
        }
        int half = FIXED / CollageSampler.STEPS / 2;
        int shift = FIXED_BITS - CollageSampler.STEP_BITS;
        int[] xs = new int[width];
        int[] ys = new int[width];
        for (int y = 0; y < rgb.length / width; y++) {
            int x0 = (int) Math.rint((m[1] * y + m[2]) * FIXED) + half;
            int y0 = (int) Math.rint((m[4] * y + m[5]) * FIXED) + half;
            for (int x = 0; x < width; x++) {
                xs[x] = x0 + xByColumn[x] >> shift;
                ys[x] = y0 + yByColumn[x] >> shift;
            }
            sampler.row(xs, ys, rgb, y * width);
        }
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

    private static void perspective(Collage source, double[] matrix, int width, int[] rgb) {
        CollageSampler sampler = new CollageSampler(source);
        double[] m = inverse(matrix);
        int[] xs = new int[width];
        int[] ys = new int[width];
        for (int y = 0; y < rgb.length / width; y++) {
            for (int x = 0; x < width; x++) {
                double w = m[6] * x + m[7] * y + m[8];
                double scale = w == 0 ? 0 : CollageSampler.STEPS / w;
                xs[x] = (int) Math.rint((m[0] * x + m[1] * y + m[2]) * scale);
                ys[x] = (int) Math.rint((m[3] * x + m[4] * y + m[5]) * scale);
            }
            sampler.row(xs, ys, rgb, y * width);
        }
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
}
