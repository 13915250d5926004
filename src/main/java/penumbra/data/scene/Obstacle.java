package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// A ramp or block on the field: it hides what stands behind it.
///
/// @param pose on the floor below its middle
/// @param slope how much lower its left end is, 0 to 1
/// @param striped whether coloured stripes run over its front
record Obstacle(
        Pose pose,
        double halfX,
        double halfZ,
        double height,
        double slope,
        boolean striped,
        Light light,
        Light stripe) {

    static Obstacle random(Pose pose, Ambience air, SplittableRandom random) {
        Light stripe =
                (random.nextDouble() < 0.7 ? Light.of(2.2, 0.5, 0.4) : Light.of(0.5, 0.9, 2.2))
                        .times(air.level() * 0.8 + 0.002);
        return new Obstacle(
                pose.turned(random.nextGaussian() * 0.6),
                0.3 + 0.9 * random.nextDouble(),
                0.2 + 0.6 * random.nextDouble(),
                0.15 + 0.4 * random.nextDouble(),
                random.nextBoolean() ? 0 : random.nextDouble(),
                random.nextDouble() < 0.45,
                air.surface(0.1 + 0.8 * random.nextDouble(), random),
                stripe);
    }

    void draw(Painter painter) {
        Vector3 eye = pose.toLocal(painter.camera().pose().origin());
        double low = -height * (1 - slope);
        double front = eye.z() < 0 ? -halfZ : halfZ;
        if (eye.y() < -height) {
            painter.solid(
                    light.times(1.5),
                    pose.toParent(-halfX, low, -halfZ),
                    pose.toParent(halfX, -height, -halfZ),
                    pose.toParent(halfX, -height, halfZ),
                    pose.toParent(-halfX, low, halfZ));
        }
        if (Math.abs(eye.x()) > halfX) {
            double x = eye.x() < 0 ? -halfX : halfX;
            double top = eye.x() < 0 ? low : -height;
            painter.solid(
                    light.times(0.6),
                    pose.toParent(x, top, -halfZ),
                    pose.toParent(x, top, halfZ),
                    pose.toParent(x, 0, halfZ),
                    pose.toParent(x, 0, -halfZ));
        }
        Vector3 lowCorner = pose.toParent(-halfX, low, front);
        Vector3 highCorner = pose.toParent(halfX, -height, front);
        Vector3 right = pose.toParent(halfX, 0, front);
        Vector3 left = pose.toParent(-halfX, 0, front);
        painter.solid(light, lowCorner, highCorner, right, left);
        painter.rough(light, lowCorner, highCorner, right, left);
        if (striped) {
            stripes(painter, lowCorner, highCorner, right, left);
        }
    }

    private void stripes(
            Painter painter, Vector3 lowCorner, Vector3 highCorner, Vector3 right, Vector3 left) {
        for (double t = 0.2; t < 0.9; t += 0.3) {
            painter.surface(
                    stripe,
                    lowCorner.towards(highCorner, t),
                    lowCorner.towards(highCorner, t + 0.03),
                    left.towards(right, t + 0.1),
                    left.towards(right, t + 0.07));
        }
    }
}
