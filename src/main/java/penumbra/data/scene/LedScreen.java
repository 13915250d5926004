package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;

/// The wall of light-emitting panels behind a field: a bright name above, a round mark at each
/// side, and a screen that shows a game.
///
/// @param wall its x = 0 below the middle of the screen
record LedScreen(Pose wall, Ambience air) {

    private static final Light WHITE = Light.of(0.96, 0.95, 1.08);

    void draw(Painter painter, SplittableRandom random) {
        double half = 2.4 + random.nextDouble();
        double bottom = -1.5 - 0.6 * random.nextDouble();
        double top = bottom - 2.6 - 0.6 * random.nextDouble();
        painter.panel(wall, -8, top - 1.2, 8, bottom + 0.5, air.surface(0.02));
        if (random.nextDouble() < 0.95) {
            picture(painter, half, top, bottom, random);
        }
        if (random.nextDouble() < 0.54) {
            double size = 0.29 + 0.16 * random.nextDouble();
            int letters = 8 + random.nextInt(4);
            double strength = 0.7 + 0.7 * random.nextDouble();
            Lettering.draw(
                    painter,
                    wall.moved(-letters * size / 2, top - 0.45, -0.02),
                    letters,
                    size,
                    WHITE.times(strength),
                    random);
        }
        for (int side = -1; side <= 1; side += 2) {
            if (random.nextDouble() < 0.55) {
                mark(painter, side * (half + 1 + 0.5 * random.nextDouble()), top + 1, random);
            }
        }
        if (random.nextDouble() < 0.12) {
            double size = 1 + random.nextDouble();
            Light word = air.isRed() ? Light.of(0.8, 0.15, 0.1) : Light.of(0.1, 0.3, 0.7);
            Lettering.draw(painter, wall.moved(half + 0.4, top + 0.8, 0), 3, size, word, random);
        }
    }

    private void mark(Painter painter, double x, double y, SplittableRandom random) {
        double size = 0.5 + 0.37 * random.nextDouble();
        Light light = WHITE.times(0.45 + 0.5 * random.nextDouble());
        painter.shape(wall.moved(x, y, -0.02), Glyphs.emblem(random), size, light);
        Lettering.draw(
                painter,
                wall.moved(x - 0.4, y + size / 2 + 0.22, -0.02),
                4 + random.nextInt(3),
                0.17,
                light,
                random);
    }

    private void picture(
            Painter painter, double half, double top, double bottom, SplittableRandom random) {
        double level = 0.02 + 0.09 * Math.pow(random.nextDouble(), 2);
        Light tint = air.isRed() ? Light.of(1.1, 0.8, 0.75) : Light.of(0.85, 0.9, 1.05);
        painter.panel(wall, -half, top, half, bottom, tint.times(level * 0.1));
        new ScreenPicture(wall, half, top, bottom, level, tint).draw(painter, random);
    }
}
