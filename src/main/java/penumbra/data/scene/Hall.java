package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;

/// The dark far end of the hall: panels, pillars and beams, and one of three kinds of light on it.
///
/// @param wall pose of the wall at floor height; x along it, y down, z behind it
record Hall(Pose wall, Ambience air) {

    private static final double WIDE = 40;

    void draw(Painter painter, SplittableRandom random) {
        painter.panel(wall, -WIDE, -14, WIDE, 0.02, air.surface(0.08));
        panels(painter, random);
        double kind = random.nextDouble();
        if (kind < 0.66) {
            new LedScreen(wall.moved(random.nextGaussian() * 3, 0, 0), air).draw(painter, random);
            LightStrips.draw(painter, wall, air, random);
        } else if (kind < 0.91) {
            Stands.draw(painter, wall, air, random);
            if (random.nextDouble() < 0.5) {
                LightStrips.draw(painter, wall, air, random);
            }
        } else {
            Windows.draw(painter, wall, random);
        }
        fieldLights(painter, random);
        beams(painter, random);
        if (random.nextDouble() < 0.5) {
            rail(painter, random);
        }
        barrier(painter, random);
    }

    private void panels(Painter painter, SplittableRandom random) {
        double x = -14;
        while (x < 14) {
            double width = 0.8 + 4 * random.nextDouble();
            double low = random.nextDouble() < 0.5 ? 0 : -1.2 * random.nextDouble();
            double high = -1.5 - 8 * random.nextDouble();
            painter.rough(
                    wall,
                    x,
                    high,
                    x + width,
                    low,
                    air.surface(0.75 * Math.pow(random.nextDouble(), 1.7), random));
            x += width + (random.nextBoolean() ? 0 : 2 * random.nextDouble());
        }
    }

    /// Rows of small white lamps under the far gallery.
    private void fieldLights(Painter painter, SplittableRandom random) {
        if (random.nextDouble() > 0.45) {
            return;
        }
        int n = 2 + random.nextInt(6);
        double x = random.nextGaussian() * 4;
        double y = -1.0 - 1.2 * random.nextDouble();
        double step = 0.5 + 0.7 * random.nextDouble();
        double strength = 0.6 + 1.4 * random.nextDouble();
        for (int i = 0; i < n; i++) {
            double half = 0.025 + 0.035 * random.nextDouble();
            double high = 0.012 + 0.012 * random.nextDouble();
            double at = x + i * step + random.nextGaussian() * 0.06;
            double dy = y + random.nextGaussian() * 0.06;
            painter.panel(
                    wall,
                    at - half,
                    dy - high,
                    at + half,
                    dy + high,
                    Light.of(1, 0.97, 1.05).times(strength));
        }
    }

    private void beams(Painter painter, SplittableRandom random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            double x = random.nextGaussian() * 5;
            double thick = 0.05 + 0.2 * random.nextDouble();
            Pose front = wall.moved(0, 0, -0.5 - random.nextDouble());
            Light light = air.surface(0.02 + 0.6 * random.nextDouble());
            if (random.nextBoolean()) {
                painter.panel(front, x, -9, x + thick, 0, light);
            } else {
                double y = -0.8 - 3 * random.nextDouble();
                Pose slanted = front.moved(x, y, 0).rolled(random.nextGaussian() * 0.2);
                painter.panel(slanted, -4, 0, 4, thick, light);
            }
        }
    }

    /// A railing: posts and two thin bars.
    private void rail(Painter painter, SplittableRandom random) {
        Pose front = wall.moved(random.nextGaussian() * 4, -0.8 - random.nextDouble(), -1);
        double length = 2 + 5 * random.nextDouble();
        Light light = air.surface(0.02 + 1.2 * random.nextDouble());
        for (int i = 0; i < 2; i++) {
            double y = -0.35 * i;
            painter.panel(front, 0, y - 0.012, length, y + 0.012, light);
        }
        for (double x = 0; x < length; x += 0.55) {
            painter.panel(front, x, -0.36, x + 0.02, 0.2, light);
        }
    }

    /// The low wall around the field.
    private void barrier(Painter painter, SplittableRandom random) {
        Pose front = wall.moved(0, 0, -1.5);
        double x = -14;
        double height = 0.3 + 0.7 * random.nextDouble();
        while (x < 14) {
            double width = 1 + 3 * random.nextDouble();
            double top = -height * (0.7 + 0.5 * random.nextDouble());
            painter.rough(
                    front,
                    x,
                    top,
                    x + width,
                    0,
                    air.surface(0.08 + 0.6 * random.nextDouble(), random));
            if (random.nextDouble() < 0.2) {
                Lettering.draw(
                        painter,
                        front.moved(x + 0.2, top / 2, -0.01),
                        7,
                        0.16,
                        air.surface(1.5).plus(Light.grey(0.01)),
                        random);
            }
            x += width;
        }
    }
}
