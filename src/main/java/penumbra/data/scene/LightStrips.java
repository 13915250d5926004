package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// Lines of light along the walls in a team's colour, and single tubes that could pass for a bar of
/// a plate.
final class LightStrips {

    private LightStrips() {}

    static void draw(Painter painter, Pose wall, Ambience air, SplittableRandom random) {
        int n = 1 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            boolean isRed = random.nextDouble() < 0.8 == air.isRed();
            Light light =
                    (isRed ? Light.of(1.1, 0.06, 0.05) : Light.of(0.1, 0.35, 1.1))
                            .times(0.3 + 1.1 * random.nextDouble());
            bent(painter, wall, light, random);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Light light = BarLight.colour(random.nextBoolean(), random);
            double x = random.nextGaussian() * 4.5;
            double y = -0.2 - 2.5 * random.nextDouble();
            double length = 0.06 + 0.25 * random.nextDouble();
            double lean = random.nextGaussian() * 0.05;
            Pose front = wall.moved(0, 0, -2);
            painter.tube(
                    front.toParent(x, y, 0),
                    front.toParent(x + lean, y + length, 0),
                    0.012 + 0.02 * random.nextDouble(),
                    light.times(0.12 + 0.35 * random.nextDouble()),
                    t -> 1);
        }
    }

    private static void bent(Painter painter, Pose wall, Light light, SplittableRandom random) {
        double x = random.nextGaussian() * 4;
        double y = -0.6 - 4 * random.nextDouble();
        Vector3 from = wall.toParent(x, y, 0);
        int pieces = 1 + random.nextInt(3);
        int side = random.nextBoolean() ? 1 : -1;
        int rise = random.nextBoolean() ? 1 : -1;
        for (int i = 0; i < pieces; i++) {
            boolean level = i % 2 == 0;
            double way = level ? 0.6 + 2 * random.nextDouble() : 0.15 + 0.5 * random.nextDouble();
            x += side * way;
            y += level ? 0 : way * (0.7 + random.nextDouble()) * rise;
            Vector3 to = wall.toParent(x, Math.min(y, -0.3), 0);
            painter.tube(from, to, 0.022, light, t -> 1);
            from = to;
        }
    }
}
