package penumbra.data.scene;

/// How the colour filters of the sensor see light, and how the camera undoes it.
///
/// No filter is pure: `raw = A light`, where `light` are linear sRGB primaries and the rows of A
/// sum to 1, so that white stays white. The camera multiplies by `A⁻¹`, which brings every colour
/// back as long as no pixel saturates. Where one does, the excess is missing from its own channel
/// while the others keep what leaked into them: a strong red turns orange and yellow, a strong blue
/// turns light blue and white, and the halo around, which is not saturated, keeps its deep colour.
final class ColourResponse {

    private static final double[][] FILTERS = {
        {0.76, 0.20, 0.04},
        {0.15, 0.74, 0.11},
        {0.07, 0.15, 0.78}
    };
    private static final double[][] CORRECTION = inverse(FILTERS);

    private ColourResponse() {}

    /// Share of a primary's light that passes the filters of a channel; 0, 1, 2 are red, green,
    /// blue.
    static float filter(int channel, int primary) {
        return (float) FILTERS[channel][primary];
    }

    /// Weight of a raw channel in an output channel, an entry of `A⁻¹`.
    static float correction(int channel, int raw) {
        return (float) CORRECTION[channel][raw];
    }

    /// By cofactors.
    private static double[][] inverse(double[][] m) {
        double[][] out = new double[3][3];
        for (int i = 0; i < 3; i++) {
            int r = (i + 1) % 3;
            int s = (i + 2) % 3;
            for (int j = 0; j < 3; j++) {
                int c = (j + 1) % 3;
                int d = (j + 2) % 3;
                out[j][i] = m[r][c] * m[s][d] - m[r][d] * m[s][c];
            }
        }
        double determinant = m[0][0] * out[0][0] + m[0][1] * out[1][0] + m[0][2] * out[2][0];
        for (double[] row : out) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return out;
    }
}
