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
        if (random.nextDouble() < 0.8) {
            picture(painter, half, top, bottom, random);
        }
        if (random.nextDouble() < 0.66) {
            double size = 0.32 + 0.18 * random.nextDouble();
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
            if (random.nextDouble() < 0.66) {
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
        double size = 0.55 + 0.4 * random.nextDouble();
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

    /// Blocks and bars in dim greys, a head line in team colours; some cells are brighter.
    private void picture(
            Painter painter, double half, double top, double bottom, SplittableRandom random) {
        double level = 0.02 + 0.12 * Math.pow(random.nextDouble(), 2);
        Light tint = air.isRed() ? Light.of(1.1, 0.8, 0.75) : Light.of(0.85, 0.9, 1.05);
        painter.panel(wall, -half, top, half, bottom, tint.times(level * 0.15));
        double height = bottom - top;
        for (int i = 0; i < 190; i++) {
            double x = 0.85 * half * (2 * random.nextDouble() - 1);

            double y = top + height * (0.12 + 0.85 * random.nextDouble());
            double w = half * 0.55 * Math.pow(random.nextDouble(), 4) + 0.03;
            double h = height * 0.4 * Math.pow(random.nextDouble(), 4) + 0.02;
            double r = random.nextDouble();
            Light cell = tint;
            if (r < 0.12) {
                cell = Light.of(1.6, 0.15, 0.1);
            } else if (r < 0.16) {
                cell = Light.of(0.1, 0.6, 0.9);
            }
            boolean isSlanted = random.nextInt(3) == 0;
            h *= isSlanted ? 0.25 : 1;
            Pose turned =
                    wall.moved(x, Math.min(y, bottom - h / 2), -0.01)
                            .rolled(isSlanted ? 0.5 * random.nextGaussian() : 0.03);
            double strength = level * Math.pow(random.nextDouble(), 3) * 2.2;
            painter.panel(turned, -w / 2, -h / 2, w / 2, h / 2, cell.times(strength));
        }
        double line = top + 0.12;
        painter.panel(
                wall.moved(0, 0, -0.02),
                -half * 0.8,
                line,
                -0.2,
                line + 0.1,
                Light.of(0.7, 0.05, 0.04).times(level * 7));
        painter.panel(
                wall.moved(0, 0, -0.02),
                0.2,
                line,
                half * 0.8,
                line + 0.1,
                Light.of(0.05, 0.4, 0.6).times(level * 7));
        for (int i = 0; i < 7; i++) {
            Lettering.draw(
                    painter,
                    wall.moved(
                            half * (1.7 * random.nextDouble() - 0.95),
                            line + 0.2 + 0.35 * random.nextDouble(),
                            -0.02),
                    2 + random.nextInt(6),
                    0.06 + 0.05 * random.nextDouble(),
                    WHITE.times(level * (1 + 5 * random.nextDouble())),
                    random);
        }
    }
}
