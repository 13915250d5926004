package penumbra.data.scene;

import java.util.SplittableRandom;

/// The dim light of a hall.
///
/// @param tint its colour
/// @param level linear light of a floor of mean grey
/// @param gloss share of a lamp's light that the floor mirrors
/// @param isRed whether the strips of the hall show the red team's colour
record Ambience(Light tint, double level, double gloss, boolean isRed) {

    static Ambience random(SplittableRandom random) {
        double warm = random.nextGaussian() * 0.1;
        double green = 0.03 + Math.abs(random.nextGaussian()) * 0.04;
        double blue = random.nextDouble() < 0.12 ? 0.3 + 0.6 * random.nextDouble() : 0;
        Light tint = Light.of(1 + warm - blue * 0.5, 1 + green - blue * 0.35, 0.72 - warm + blue);
        double level = Math.exp(Math.log(0.0105) + 0.7 * random.nextGaussian());
        double gloss =
                random.nextDouble() < 0.6 ? 0.002 : 0.004 + 0.02 * Math.pow(random.nextDouble(), 2);
        return new Ambience(tint, Math.min(level, 0.04), gloss, random.nextBoolean());
    }

    /// Light of a surface of about the given grey with a hue of its own.
    Light surface(double grey, SplittableRandom random) {
        double warm = 0.16 * random.nextGaussian();
        Light hue = Light.of(1 + warm, 1 + 0.3 * warm, Math.max(0.3, 1 - 1.4 * warm));
        return surface(grey).times(hue);
    }

    /// Light of a surface of the given grey, 1 the floor's.
    Light surface(double grey) {
        return tint.times(level * grey);
    }
}
