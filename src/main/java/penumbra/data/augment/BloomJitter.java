package penumbra.data.augment;

import java.util.random.RandomGenerator;
import penumbra.data.input.RgbImage;

/// A picture as if the lens had spread bright light more, or less: halos of light bars grow and
/// shrink, and nothing moves.
///
/// `L' = max(L / 2, L + u (B - H))` in linear light ([CameraCurve]), where H is what a pixel has
/// above half of saturation and B the same blurred by a Gaussian: a share u of the bright light
/// goes into the halo, or, with u below 0, comes back from it. No pixel loses more than half of its
/// light, so that a halo that was not there leaves no dark rim. Draws: u, uniform; the Gaussian's
/// standard deviation, 1.25 to 4 px, uniform in its logarithm.
///
/// @param most largest u
public record BloomJitter(double most) {

    private static final double NARROWEST = 1.25;
    private static final double WIDEST = 4;
    private static final float KEPT = 0.5f;
    private static final float DARK = 0.02f;

    public Sample apply(Sample sample, RandomGenerator random) {
        double share = most * (2 * random.nextDouble() - 1);
        double sigma = NARROWEST * Math.pow(WIDEST / NARROWEST, random.nextDouble());
        return most == 0 ? sample : sample.withImage(spread(sample.image(), share, sigma));
    }

    /// @param share of the bright light that goes into the halo
    /// @param sigma of the halo, px
    static RgbImage spread(RgbImage image, double share, double sigma) {
        Halo halo = Halo.of(image, sigma);
        if (halo.isDark()) {
            return image;
        }
        float u = (float) share;
        int[] rgb = image.rgb().clone();
        for (int y = 0; y < image.height(); y++) {
            int end = halo.end(y);
            for (int x = halo.start(y); x < end; x++) {
                int at = y * image.width() + x;
                int pixel = rgb[at];
                int changed = 0;
                for (int c = 0; c < 3; c++) {
                    float light = CameraCurve.light(pixel >> 8 * c & 0xFF);
                    float more = u * (halo.at(c, x, y) - Halo.bright(light));
                    float least = Math.max(KEPT * light, Math.min(light, DARK));
                    changed |= CameraCurve.code(Math.max(least, light + more)) << 8 * c;
                }
                rgb[at] = changed;
            }
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }
}
