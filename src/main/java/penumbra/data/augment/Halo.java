package penumbra.data.augment;

import java.util.Arrays;
import penumbra.data.input.RgbImage;

/// The bright light of a picture, blurred by a Gaussian; light that leaves the picture is lost.
///
/// Kept on a grid of half as many columns and rows. Each pixel's light is shared among the cells
/// around it, and read back, with the weights of linear interpolation, so that its centre of
/// gravity stays where it was; that alone spreads it by 1.22 px, which is part of sigma.
final class Halo {

    private static final float LEAST = 0.5f;

    /// The bits of stored values of 128 or more, as all bright ones are: a quick first look.
    private static final int UPPER_HALVES = 0x808080;

    /// Variance of a pixel's light after it went to the grid and came back, px squared.
    private static final double GRID_VARIANCE = 1.5;

    private static final float NEAR = 0.75f;
    private static final float FAR = 0.25f;

    /// Cells, with one more at each side; cell k has its centre at pixel corner 2 k - 1.
    private final int columns;

    private final float[][] cells;

    /// The columns of each row of cells that have light, from and up to but without.
    private final int[] from;

    private final int[] to;
    private final int width;

    private Halo(int width, int height) {
        this.width = width;
        columns = (width + 1) / 2 + 2;
        int rows = (height + 1) / 2 + 2;
        cells = new float[3][columns * rows];
        from = new int[rows];
        to = new int[rows];
        Arrays.fill(from, columns);
    }

    static Halo of(RgbImage image, double sigma) {
        Halo halo = new Halo(image.width(), image.height());
        if (halo.collect(image)) {
            double rest = Math.max(0, sigma * sigma - GRID_VARIANCE);
            halo.blur(Math.sqrt(rest) / 2);
        }
        return halo;
    }

    /// What of a light is bright.
    static float bright(float light) {
        return Math.max(0, light - LEAST);
    }

    boolean isDark() {
        return Arrays.stream(to).max().orElse(0) == 0;
    }

    private boolean collect(RgbImage image) {
        int[] rgb = image.rgb();
        boolean any = false;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                int pixel = rgb[y * width + x];
                if ((pixel & UPPER_HALVES) != 0 && isBright(pixel)) {
                    share(pixel, x, y);
                    any = true;
                }
            }
        }
        return any;
    }

    private static boolean isBright(int pixel) {
        return bright(CameraCurve.light(pixel >> 16 & 0xFF)) > 0
                || bright(CameraCurve.light(pixel >> 8 & 0xFF)) > 0
                || bright(CameraCurve.light(pixel & 0xFF)) > 0;
    }

    private void share(int pixel, int x, int y) {
        int column = x + 1 >> 1;
        int row = y + 1 >> 1;
        float right = (x & 1) == 0 ? NEAR : FAR;
        float down = (y & 1) == 0 ? NEAR : FAR;
        for (int c = 0; c < 3; c++) {
            // A cell is four pixels large.
            float light = bright(CameraCurve.light(pixel >> 8 * c & 0xFF)) / 4;
            int at = row * columns + column;
            cells[c][at] += (1 - down) * (1 - right) * light;
            cells[c][at + 1] += (1 - down) * right * light;
            cells[c][at + columns] += down * (1 - right) * light;
            cells[c][at + columns + 1] += down * right * light;
        }
        for (int r = row; r <= row + 1; r++) {
            from[r] = Math.min(from[r], column);
            to[r] = Math.max(to[r], column + 2);
        }
    }

    /// Across and down, in cells.
    private void blur(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        if (reach == 0) {
            return;
        }
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += Math.exp(-0.5 * i * i / (sigma * sigma));
        }
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) (Math.exp(-0.5 * i * i / (sigma * sigma)) / sum);
        }
        for (int r = 0; r < from.length; r++) {
            from[r] = Math.max(0, from[r] - reach);
            to[r] = to[r] == 0 ? 0 : Math.min(columns, to[r] + reach);
        }
        for (int c = 0; c < 3; c++) {
            down(across(cells[c], kernel, reach), kernel, reach, cells[c]);
        }
        growDown(reach);
    }

    private float[] across(float[] in, float[] kernel, int reach) {
        float[] out = new float[in.length];
        for (int r = 0; r < from.length; r++) {
            int row = r * columns;
            for (int k = -reach; k <= reach; k++) {
                float weight = kernel[k + reach];
                int first = Math.max(from[r], -k);
                int last = Math.min(to[r], columns - k);
                for (int x = first; x < last; x++) {
                    out[row + x] += weight * in[row + x + k];
                }
            }
        }
        return out;
    }

    private void down(float[] in, float[] kernel, int reach, float[] out) {
        Arrays.fill(out, 0);
        for (int r = 0; r < from.length; r++) {
            int row = r * columns;
            for (int k = Math.max(-reach, -r); k <= Math.min(reach, from.length - 1 - r); k++) {
                float weight = kernel[k + reach];
                int target = row + k * columns;
                for (int x = from[r]; x < to[r]; x++) {
                    out[target + x] += weight * in[row + x];
                }
            }
        }
    }

    private void growDown(int reach) {
        int[] narrowFrom = from.clone();
        int[] narrowTo = to.clone();
        for (int r = 0; r < from.length; r++) {
            int last = Math.min(from.length - 1, r + reach);
            for (int other = Math.max(0, r - reach); other <= last; other++) {
                from[r] = Math.min(from[r], narrowFrom[other]);
                to[r] = Math.max(to[r], narrowTo[other]);
            }
        }
    }

    /// The first column of a row of pixels that light may reach.
    int start(int y) {
        int row = y + 1 >> 1;
        return Math.max(0, 2 * Math.min(from[row], from[row + 1]) - 3);
    }

    /// The column behind the last one.
    int end(int y) {
        int row = y + 1 >> 1;
        return Math.min(width, 2 * Math.max(to[row], to[row + 1]) + 1);
    }

    /// Light of a pixel in a channel: 0 blue, 1 green, 2 red.
    float at(int channel, int x, int y) {
        float[] light = cells[channel];
        int at = (y + 1 >> 1) * columns + (x + 1 >> 1);
        float right = (x & 1) == 0 ? NEAR : FAR;
        float down = (y & 1) == 0 ? NEAR : FAR;
        float above = light[at] + right * (light[at + 1] - light[at]);
        int below = at + columns;
        return above + down * (light[below] + right * (light[below + 1] - light[below]) - above);
    }
}
