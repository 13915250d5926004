package penumbra.data.augment;

import penumbra.data.Srgb;

/// From stored values to linear light and back, for changes of light.
///
/// Below 224 the sRGB curve (IEC 61966-2-1), light 1 where it ends. Above, a stored value stands
/// for ever more light, up to 4 at 255: a sensor clips there, and what saturated was much brighter.
/// So a light bar's core stays white when a picture is darkened, as it does before a camera, and
/// only its rim, which was just saturated, dims.
///
/// The headroom is ours; no measurement tells what a clipped pixel saw.
final class CameraCurve {

    private static final double KNEE = 224;
    private static final double HEADROOM = 3;

    /// Steps of the way back, in the square root of the light.
    private static final int STEPS = 4095;

    private static final float[] LIGHT = lights();
    private static final byte[] CODES = codes();
    private static final float TO_STEP = (float) (STEPS / Math.sqrt(1 + HEADROOM));

    private CameraCurve() {}

    /// Linear light of a stored value, 0 to 4.
    static float light(int code) {
        return LIGHT[code];
    }

    /// The nearest stored value; light above 4 saturates, light below 0 is dark.
    static int code(float light) {
        float root = (float) Math.sqrt(Math.max(0, light));
        return CODES[Math.min(STEPS, (int) (root * TO_STEP + 0.5f))] & 0xFF;
    }

    private static double light(double code) {
        double beyond = Math.max(0, (code - KNEE) / (255 - KNEE));
        return Srgb.light(code / 255) * (1 + HEADROOM * beyond * beyond);
    }

    private static float[] lights() {
        float[] lights = new float[256];
        for (int i = 0; i < 256; i++) {
            lights[i] = (float) light((double) i);
        }
        return lights;
    }

    private static byte[] codes() {
        byte[] codes = new byte[STEPS + 1];
        int code = 0;
        for (int i = 0; i <= STEPS; i++) {
            double root = Math.sqrt(1 + HEADROOM) * i / STEPS;
            while (code < 255 && light(code + 0.5) <= root * root) {
                code++;
            }
            codes[i] = (byte) code;
        }
        return codes;
    }
}
