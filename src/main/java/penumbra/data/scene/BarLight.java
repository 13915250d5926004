package penumbra.data.scene;

import java.util.SplittableRandom;

/// How one light bar glows. No two bars are alike: width, brightness and its course along the bar
/// differ.
///
/// @param light at the brightest place
/// @param width of the emitter, metres
/// @param sag share of brightness lost towards both ends
/// @param slope share of brightness gained from the middle to the lower end, beside the loss
record BarLight(Light light, double width, double sag, double slope) {

    /// Brightness at the share t of the way from top to bottom.
    double profile(double t) {
        double s = 2 * t - 1;
        return (1 - sag * s * s) * (1 + slope * s);
    }

    /// The base colour of a team's lamps at unit strength, slightly different from robot to robot.
    static Light colour(boolean isRed, SplittableRandom random) {
        double hue = random.nextDouble();
        return isRed
                ? Light.of(4.5, 0.02 * hue, 0.02 * random.nextDouble())
                : Light.of(0.28 + 0.36 * hue, 4.6 + 1.7 * random.nextDouble(), 11);
    }

    static BarLight random(Light light, SplittableRandom random) {
        return new BarLight(
                light.times(0.75 + 0.5 * random.nextDouble()),
                0.0047 + 0.0026 * random.nextDouble(),
                0.86 + 0.13 * random.nextDouble(),
                0.24 * random.nextDouble() - 0.12);
    }
}
