package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// Daylight behind frames and clutter, and its glare on a polished floor.
final class Windows {

    private Windows() {}

    static void draw(Painter painter, Pose wall, SplittableRandom random) {
        int n = 1 + random.nextInt(2);
        double x = random.nextGaussian() * 3.5;
        for (int i = 0; i < n; i++) {
            double width = 0.3 + 0.6 * random.nextDouble();
            double height = 0.3 + 0.6 * random.nextDouble();
            double top = -1.6 - 1.5 * random.nextDouble();
            double strength = 0.5 + 0.9 * random.nextDouble();
            painter.panel(
                    wall, x, top, x + width, top + height, Light.of(0.95, 1, 1.05).times(strength));
            frame(painter, wall, x, top, width, height, random);
            glare(painter, wall.toParent(x + width / 2, 0, -1.5), strength, random);
            x += width + 0.2 + random.nextDouble();
        }
    }

    private static void frame(
            Painter painter,
            Pose wall,
            double x,
            double top,
            double width,
            double height,
            SplittableRandom random) {
        Light dark = Light.grey(0.001);
        int bars = 1 + random.nextInt(3);
        for (int i = 0; i < bars; i++) {
            double at = x + width * random.nextDouble();
            painter.panel(wall, at, top, at + 0.03 + 0.1 * random.nextDouble(), top + height, dark);
        }
        for (int i = 0; i < 4; i++) {
            double at = x + width * random.nextDouble();
            double high = height * random.nextDouble() * 0.6;
            painter.panel(
                    wall.moved(at, top + height, 0).rolled(random.nextGaussian() * 0.2),
                    -0.15 * random.nextDouble(),
                    -high,
                    0.15 * random.nextDouble(),
                    0.02,
                    dark);
        }
    }

    private static void glare(
            Painter painter, Vector3 below, double strength, SplittableRandom random) {
        for (int i = 0; i < 4; i++) {
            Vector3 spot =
                    new Vector3(
                            below.x() * (1 - 0.15 * i) + random.nextGaussian() * 0.3,
                            0,
                            below.z() * (1 - 0.2 * i));
            painter.glowOnFloor(spot, 0.6, 0.12, Light.of(0.9, 0.97, 1.05).times(0.025 * strength));
        }
    }
}
