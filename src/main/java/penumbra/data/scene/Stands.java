package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;

/// Rows of seats in the dark, a pillar, far doors with a little light.
final class Stands {

    private Stands() {}

    static void draw(Painter painter, Pose wall, Ambience air, SplittableRandom random) {
        for (int block = 1 + random.nextInt(3); block > 0; block--) {
            seats(painter, wall, air, random);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            double x = random.nextGaussian() * 5;
            double y = -1 - 1.5 * random.nextDouble();
            double half = 0.02 + 0.04 * random.nextDouble();
            painter.panel(
                    wall,
                    x - half,
                    y - 0.25 * random.nextDouble() - 0.05,
                    x + half,
                    y,
                    Light.of(0.9, 1, 1.05).times(0.1 + random.nextDouble()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            double x = random.nextGaussian() * 5;
            double y = -1.2 - 2 * random.nextDouble();
            Pose screen = wall.moved(x, y, 0).rolled(random.nextGaussian() * 0.05);
            Light glow =
                    Light.of(0.5, 0.8, 1).times(0.02 + 0.15 * Math.pow(random.nextDouble(), 2));
            painter.panel(screen, -0.3, -0.1, 0.3, 0.1, glow);
            Lettering.draw(painter, screen.moved(-0.25, 0, 0), 4, 0.12, glow.times(3), random);
        }
        if (random.nextDouble() < 0.7) {
            double x = random.nextGaussian() * 4;
            double width = 0.3 + 0.3 * random.nextDouble();
            Light light = air.surface(0.4 + random.nextDouble());
            painter.panel(wall, x, -9, x + width, 0, light);
            painter.panel(wall, x - 4, -3.4, x + 4, -3.1, light.times(0.7));
        }
    }

    private static void seats(Painter painter, Pose wall, Ambience air, SplittableRandom random) {
        double x = random.nextGaussian() * 4.5;
        double y = -1.2 - 0.8 * random.nextDouble();
        int rows = 3 + random.nextInt(3);
        int columns = 6 + random.nextInt(14);
        Light paint = random.nextBoolean() ? Light.of(1.6, 0.55, 0.2) : Light.of(1.5, 1.0, 0.25);
        double level = air.level() * 0.7 + 0.003;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double left = x + column * 0.17 + row * 0.05;
                double top = y - row * 0.2;
                double shade = level * (0.35 + 0.9 * random.nextDouble());
                painter.panel(wall, left, top, left + 0.12, top + 0.15, paint.times(shade));
            }
        }
    }
}
