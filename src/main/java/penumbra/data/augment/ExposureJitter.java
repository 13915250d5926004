package penumbra.data.augment;

import java.util.random.RandomGenerator;
import penumbra.data.input.RgbImage;

/// A picture as if it had been exposed longer or shorter: linear light multiplied by `2^u`, clipped
/// as a sensor clips ([CameraCurve]); u is one uniform draw.
///
/// @param stops largest u
public record ExposureJitter(double stops) {

    public Sample apply(Sample sample, RandomGenerator random) {
        double drawn = stops * (2 * random.nextDouble() - 1);
        return stops == 0 ? sample : sample.withImage(exposed(sample.image(), drawn));
    }

    static RgbImage exposed(RgbImage image, double stops) {
        float factor = (float) Math.pow(2, stops);
        int[] codes = new int[256];
        for (int i = 0; i < 256; i++) {
            codes[i] = CameraCurve.code(factor * CameraCurve.light(i));
        }
        int[] from = image.rgb();
        int[] rgb = new int[from.length];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = from[i];
            rgb[i] =
                    codes[pixel >> 16 & 0xFF] << 16
                            | codes[pixel >> 8 & 0xFF] << 8
                            | codes[pixel & 0xFF];
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }
}
