package penumbra.data.scene;

import java.util.Arrays;
import java.util.SplittableRandom;
import penumbra.data.Srgb;

/// From light to the 8-bit picture of a one-chip camera: colour filters, vignetting, black level,
/// shot and read noise, Bayer mosaic RGGB, saturation, demosaicing, colour correction (see
/// [ColourResponse]) and the sRGB curve.
///
/// A sensor pixel reads `clip(light * vignette + black + sigma * N(0, 1), 0, 1)` with `sigma² =
/// (gain * read)² + gain * shot * light`, where light is what its filter passes and gain the white
/// balance of its colour.
///
/// Demosaicing is the linear filter `[1 4 6 4 1] / 8` both ways over the samples of each colour.
/// Its weights on even and on odd neighbours have the same sum, so it is unbiased on the mosaic and
/// moves nothing; it smooths like the pipelines of small cameras do, and leaves noise correlated
/// over neighbouring pixels (0.8 at a distance of one) as measured on real low-exposure pictures.
///
/// @param black black level and veiling glare, linear
/// @param vignette share of light lost in the corners
/// @param read read noise, linear
/// @param shot variance of the shot noise per light
record Sensor(double black, double vignette, double read, double shot) {

    /// White balance: the noise of red and blue relative to green.
    private static final double[] NOISE_GAIN = {0.6, 1.0, 1.45};

    /// Tint of the veiling glare.
    private static final Light GLARE = Light.of(0.95, 1.03, 0.94);

    private static final int NOISE = 1 << 17;
    private static final float[] GAUSSIAN = gaussian();
    private static final int CODES = 1 << 14;
    private static final byte[] CURVE = curve();

    static Sensor random(SplittableRandom random) {
        return new Sensor(
                0.0074 + 0.0014 * random.nextDouble(),
                0.15 + 0.3 * random.nextDouble(),
                0.0007 + 0.0006 * random.nextDouble(),
                0.0006 + 0.0007 * random.nextDouble());
    }

    /// Rows from the top, `0xffRRGGBB` each.
    int[] expose(Canvas canvas, SplittableRandom random) {
        int w = canvas.width;
        int h = canvas.height;
        float[] raw = mosaic(canvas, random);
        int[] argb = new int[w * h];
        float[][] red = new float[5][w];
        float[][] green = new float[5][w];
        float[][] blue = new float[5][w];
        float[][] lines = new float[6][w];
        float[] padded = new float[w + 4];
        for (int y = -2; y < h + 2; y++) {
            int source = mirrored(y, h) * w;
            int slot = Math.floorMod(y, 5);
            boolean even = (y & 1) == 0;
            filterRow(raw, source, w, even ? 0 : 1, padded, even ? red[slot] : blue[slot]);
            filterRow(raw, source, w, even ? 1 : 0, padded, green[slot]);
            Arrays.fill(even ? blue[slot] : red[slot], 0);
            if (y >= 2) {
                writeRow(red, green, blue, y - 2, w, lines, argb);
            }
        }
        return argb;
    }

    private float[] mosaic(Canvas canvas, SplittableRandom random) {
        int w = canvas.width;
        int h = canvas.height;
        float[] raw = new float[w * h];
        float corner = (float) (vignette / (0.25 * w * w + 0.25 * h * h));
        for (int y = 0; y < h; y++) {
            int shift = random.nextInt(NOISE - w);
            samples(canvas, y, 0, y & 1, corner, shift, raw);
            samples(canvas, y, 1, 1 + (y & 1), corner, shift, raw);
        }
        return raw;
    }

    /// The samples of one channel in a row: every other column from the given one.
    private void samples(
            Canvas canvas, int y, int from, int channel, float corner, int shift, float[] raw) {
        int w = canvas.width;
        float r = ColourResponse.filter(channel, 0);
        float g = ColourResponse.filter(channel, 1);
        float b = ColourResponse.filter(channel, 2);
        double gain = NOISE_GAIN[channel];
        float readSquared = (float) (gain * gain * read * read);
        float shotNoise = (float) (gain * shot);
        float offset = (float) black * (r * GLARE.red() + g * GLARE.green() + b * GLARE.blue());
        float dy = y + 0.5f - canvas.height / 2f;
        for (int x = from; x < w; x += 2) {
            int i = y * w + x;
            float dx = x + 0.5f - w / 2f;
            float seen = r * canvas.red[i] + g * canvas.green[i] + b * canvas.blue[i];
            float light = seen * (1 - corner * (dx * dx + dy * dy));
            float sigma = (float) Math.sqrt(readSquared + shotNoise * light);
            raw[i] = Math.clamp(light + offset + sigma * GAUSSIAN[shift + x], 0f, 1f);
        }
    }

    /// One row of one colour, whose samples lie at columns of the given parity, filtered across.
    private static void filterRow(
            float[] raw, int source, int w, int parity, float[] padded, float[] out) {
        for (int x = -2; x < w + 2; x++) {
            int from = mirrored(x, w);
            padded[x + 2] = (from & 1) == parity ? raw[source + from] : 0;
        }
        for (int x = 0; x < w; x++) {
            out[x] =
                    (padded[x]
                                    + padded[x + 4]
                                    + 4 * (padded[x + 1] + padded[x + 3])
                                    + 6 * padded[x + 2])
                            * 0.125f;
        }
    }

    /// One row of the picture from the five rows around it; `lines` is room for six.
    private static void writeRow(
            float[][] red,
            float[][] green,
            float[][] blue,
            int y,
            int w,
            float[][] lines,
            int[] argb) {
        filterColumn(red, y, w, 0.125f, lines[0]);
        filterColumn(green, y, w, 0.0625f, lines[1]);
        filterColumn(blue, y, w, 0.125f, lines[2]);
        for (int channel = 0; channel < 3; channel++) {
            correct(lines[0], lines[1], lines[2], channel, lines[3 + channel]);
        }
        float[] r = lines[3];
        float[] g = lines[4];
        float[] b = lines[5];
        for (int x = 0; x < w; x++) {
            argb[y * w + x] =
                    0xff000000
                            | (CURVE[(int) r[x]] & 0xff) << 16
                            | (CURVE[(int) g[x]] & 0xff) << 8
                            | CURVE[(int) b[x]] & 0xff;
        }
    }

    private static void filterColumn(float[][] rows, int y, int w, float gain, float[] out) {
        float[] a = rows[Math.floorMod(y - 2, 5)];
        float[] b = rows[Math.floorMod(y - 1, 5)];
        float[] c = rows[Math.floorMod(y, 5)];
        float[] d = rows[Math.floorMod(y + 1, 5)];
        float[] e = rows[Math.floorMod(y + 2, 5)];
        for (int x = 0; x < w; x++) {
            out[x] = (a[x] + e[x] + 4 * (b[x] + d[x]) + 6 * c[x]) * gain;
        }
    }

    /// From raw colours to an output channel's place on the curve.
    private static void correct(
            float[] red, float[] green, float[] blue, int channel, float[] out) {
        float r = ColourResponse.correction(channel, 0);
        float g = ColourResponse.correction(channel, 1);
        float b = ColourResponse.correction(channel, 2);
        for (int x = 0; x < out.length; x++) {
            float light = r * red[x] + g * green[x] + b * blue[x];
            out[x] = Math.max(0f, Math.min(1f, light)) * (CODES - 1) + 0.5f;
        }
    }

    /// Mirrored at the outermost pixel, which keeps its place in the mosaic.
    private static int mirrored(int i, int n) {
        int m = Math.abs(i);
        return m < n ? m : Math.min(n - 1, Math.abs(2 * n - 2 - m));
    }

    private static byte[] curve() {
        byte[] codes = new byte[CODES];
        for (int i = 0; i < CODES; i++) {
            codes[i] = (byte) Math.round(255 * Srgb.stored((double) i / (CODES - 1)));
        }
        return codes;
    }

    private static float[] gaussian() {
        var random = new SplittableRandom(21);
        float[] values = new float[NOISE];
        for (int i = 0; i < NOISE; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
