package penumbra.data.scene;

import java.util.List;
import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// The floor of the hall: grey with grain and pools of light, lines, and balls that lie on it.
///
/// @param depth how far it reaches, metres
/// @param poolX sideways place of the brightest pool, metres
/// @param poolZ its distance, metres
/// @param poolSize its standard deviation, metres
/// @param poolGain how much brighter than the floor it is
record Floor(
        Ambience air, double depth, double poolX, double poolZ, double poolSize, double poolGain) {

    static Floor random(Ambience air, double depth, SplittableRandom random) {
        return new Floor(
                air,
                depth,
                random.nextGaussian() * 1.5,
                1 + 6 * random.nextDouble(),
                1 + 2 * random.nextDouble(),
                random.nextDouble() < 0.7 ? 0.5 + 4 * Math.pow(random.nextDouble(), 2) : 0);
    }

    void draw(Painter painter, SplittableRandom random) {
        double side = 4 * depth;
        double[] outline =
                painter.camera()
                        .polygon(
                                new Vector3(-side, 0, 0.1),
                                new Vector3(side, 0, 0.1),
                                new Vector3(side, 0, depth),
                                new Vector3(-side, 0, depth));
        Ground ground = Ground.under(painter.camera());
        painter.canvas()
                .fill(
                        List.of(outline),
                        air.surface(1),
                        (px, py) -> {
                            double reach = ground.reach(px, py);
                            return shade(ground.x(px, py, reach), ground.z(px, py, reach));
                        });
        lines(painter, random);
    }

    /// Where on the floor a pixel looks: the ray through it, cut with y = 0.
    private record Ground(double height, Vector3 right, Vector3 down, Vector3 ahead, Vector3 eye) {

        /// Axes scaled so that a pixel's ray is `ahead + px * right + py * down`.
        static Ground under(Camera camera) {
            Pose pose = camera.pose();
            Vector3 right = pose.x().times(1 / camera.focal());
            Vector3 down = pose.y().times(1 / camera.focal());
            Vector3 ahead =
                    pose.z()
                            .minus(right.times(camera.size().width() / 2.0))
                            .minus(down.times(camera.size().height() / 2.0));
            return new Ground(-pose.origin().y(), right, down, ahead, pose.origin());
        }

        /// Rays to the floor in units of `ahead`.
        double reach(double px, double py) {
            double fall = ahead.y() + px * right.y() + py * down.y();
            return height / Math.max(fall, 1e-3);
        }

        double x(double px, double py, double reach) {
            return eye.x() + reach * (ahead.x() + px * right.x() + py * down.x());
        }

        double z(double px, double py, double reach) {
            return eye.z() + reach * (ahead.z() + px * right.z() + py * down.z());
        }
    }

    private double shade(double x, double z) {
        double dx = (x - poolX) / poolSize;
        double dz = (z - poolZ) / poolSize;
        double pool = poolGain / (1 + dx * dx + dz * dz);
        float clouds = Texture.coarse(x * 18, z * 18);
        float grain = Texture.fine(x * 90, z * 90);
        return (0.6 + pool) * (1 + 0.25 * clouds) * (1 + 0.16 * grain / (1 + 0.15 * z)) + 0.02;
    }

    private void lines(Painter painter, SplittableRandom random) {
        for (int i = random.nextInt(5); i > 0; i--) {
            boolean isRed = random.nextBoolean();
            Light paint =
                    isRed
                            ? Light.of(2.2, 0.5, 0.4).times(air.level())
                            : air.surface(1.3 + random.nextDouble());
            Pose line =
                    Pose.at(
                                    new Vector3(
                                            random.nextGaussian() * 2,
                                            0,
                                            1.5 + random.nextDouble() * 6))
                            .turned(random.nextGaussian() * 1.2);
            double half = 0.015 + 0.03 * random.nextDouble();
            double from = -6 * random.nextDouble();
            double to = 0.5 + 6 * random.nextDouble();
            painter.surface(
                    paint,
                    line.toParent(-half, 0, from),
                    line.toParent(half, 0, from),
                    line.toParent(half, 0, to),
                    line.toParent(-half, 0, to));
        }
    }

    /// Small balls that roll about, most of them dull yellow-green, a few glowing in the air.
    static void balls(Painter painter, Ambience air, double nearest, SplittableRandom random) {
        int n = random.nextDouble() < 0.65 ? random.nextInt(30) : 0;
        for (int i = 0; i < n; i++) {
            double z = nearest + 6 * random.nextDouble();
            double radius = random.nextDouble() < 0.85 ? 0.0085 : 0.021;
            Light light =
                    Light.of(0.75, 0.9, 0.3)
                            .times(air.level() * (1.5 + 3 * random.nextDouble()) + 0.006);
            Vector3 at = new Vector3(z * 0.5 * random.nextGaussian(), -radius, z);
            painter.lamp(at, radius, light);
        }
        if (random.nextDouble() < 0.35) {
            double z = 1 + 5 * random.nextDouble();
            Vector3 at =
                    new Vector3(z * 0.25 * random.nextGaussian(), -0.3 - random.nextDouble(), z);
            double strength = 0.08 + 0.5 * random.nextDouble();
            painter.lamp(at, 0.0085, Light.of(0.32, 1, 0.12).times(strength));
        }
    }
}
