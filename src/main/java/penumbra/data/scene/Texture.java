package penumbra.data.scene;

import java.util.SplittableRandom;

/// A patch of cloudy noise that repeats without a seam; the same on every machine.
final class Texture {

    private static final int SIDE = 256;
    private static final float[] FINE = clouds(11, 1, 2);
    private static final float[] COARSE = clouds(12, 8, 64);

    private Texture() {}

    /// Grain of about one unit, mean 0, standard deviation 1.
    static float fine(double x, double y) {
        return at(FINE, x, y);
    }

    /// Clouds of 8 to 64 units, mean 0, standard deviation 1.
    static float coarse(double x, double y) {
        return at(COARSE, x, y);
    }

    private static float at(float[] patch, double x, double y) {
        int i = (int) Math.floor(x) & SIDE - 1;
        int j = (int) Math.floor(y) & SIDE - 1;
        return patch[j * SIDE + i];
    }

    /// The sum of interpolated random lattices whose spacing doubles from `from` to `to`.
    private static float[] clouds(long seed, int from, int to) {
        var random = new SplittableRandom(seed);
        float[] sum = new float[SIDE * SIDE];
        for (int step = from; step <= to; step *= 2) {
            int n = SIDE / step;
            float[] lattice = new float[n * n];
            for (int i = 0; i < lattice.length; i++) {
                lattice[i] = (float) random.nextGaussian();
            }
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    sum[y * SIDE + x] += interpolate(lattice, n, x, y, step);
                }
            }
        }
        return normalised(sum);
    }

    private static float interpolate(float[] lattice, int n, int x, int y, int step) {
        int i = x / step;
        int j = y / step;
        float fx = (float) (x % step) / step;
        float fy = (float) (y % step) / step;
        float a = lattice[j * n + i] * (1 - fx) + lattice[j * n + (i + 1) % n] * fx;
        int k = (j + 1) % n;
        float b = lattice[k * n + i] * (1 - fx) + lattice[k * n + (i + 1) % n] * fx;
        return a * (1 - fy) + b * fy;
    }

    private static float[] normalised(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float v : values) {
            sum += v;
            squares += (double) v * v;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(squares / values.length - mean * mean);
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) ((values[i] - mean) / deviation);
        }
        return out;
    }
}
