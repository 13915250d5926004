package penumbra.snap;

import penumbra.data.Srgb;

/// The colour in which a plate's bars glow, as far as its class tells.
enum PlateColour {
    BLUE,
    RED,
    PURPLE,
    /// No lamp is expected, or nothing is known: any colour will do.
    ANY;

    private static final float[] LINEAR = linear();

    /// By the first letter of a class name: B, R, P; anything else, also N for an unlit plate,
    /// gives [#ANY].
    static PlateColour ofClass(String name) {
        return switch (name.isEmpty() ? ' ' : name.charAt(0)) {
            case 'B' -> BLUE;
            case 'R' -> RED;
            case 'P' -> PURPLE;
            default -> ANY;
        };
    }

    /// Linear light of a pixel in this colour, 0 to 1, by the sRGB curve (IEC 61966-2-1).
    ///
    /// Blue lamps shine in green too, where they saturate less and where pictures are sharper, in
    /// the mosaic of the sensor and in JPEG. Red lamps do not, and of purple ones the weaker of the
    /// two channels is taken, so that neither a blue nor a red lamp passes for one.
    float light(int argb) {
        float red = LINEAR[argb >> 16 & 0xff];
        float green = LINEAR[argb >> 8 & 0xff];
        float blue = LINEAR[argb & 0xff];
        return switch (this) {
            case BLUE -> 0.75f * green + 0.25f * blue;
            case RED -> red;
            case PURPLE -> Math.min(red, blue);
            case ANY -> Math.max(red, Math.max(green, blue));
        };
    }

    /// How many neighbouring pixels count as one.
    double correlation() {
        return switch (this) {
            case BLUE, ANY -> Calibration.CORRELATION;
            case RED, PURPLE -> Calibration.CORRELATION_RED;
        };
    }

    /// Whether light that is this much brighter than its surroundings, summed over a bar, can come
    /// from a lamp of this colour. Saturated cores turn white; their rims do not.
    ///
    /// @param sum red, green, blue
    boolean matches(double[] sum) {
        return switch (this) {
            case BLUE -> sum[2] > 1.1 * sum[0];
            case RED -> sum[0] > 1.3 * Math.max(sum[1], sum[2]);
            case PURPLE -> Math.min(sum[0], sum[2]) > 1.3 * sum[1];
            case ANY -> true;
        };
    }

    /// Adds the linear light of a pixel to the sums of red, green and blue.
    static void add(int argb, double[] sum) {
        sum[0] += LINEAR[argb >> 16 & 0xff];
        sum[1] += LINEAR[argb >> 8 & 0xff];
        sum[2] += LINEAR[argb & 0xff];
    }

    private static float[] linear() {
        float[] light = new float[256];
        for (int i = 0; i < 256; i++) {
            light[i] = (float) Srgb.light(i / 255.0);
        }
        return light;
    }
}
