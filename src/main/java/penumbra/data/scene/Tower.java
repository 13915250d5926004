package penumbra.data.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// An outpost or a base: plates high on a standing body, between long light tubes that are no bars.
///
/// @param pose on the floor below its middle
/// @param radius from the axis to a plate, metres
/// @param top height of the body, metres
record Tower(Pose pose, List<Plate> plates, double radius, double top, Light lamps, Light body) {

    static Tower random(Pose pose, int classIndex, Ambience air, SplittableRandom random) {
        boolean isBase = classIndex % 8 == 7;
        double height = 0.45 + 0.7 * random.nextDouble();
        double radius = isBase ? 0.4 + 0.15 * random.nextDouble() : 0.24;
        Light lamps =
                BarLight.colour(classIndex >= 8, random)
                        .times(0.8 * Math.exp(0.35 * random.nextGaussian()));
        List<Plate> plates = new ArrayList<>();
        for (int side = 0; side < 3; side++) {
            Pose plate =
                    pose.turned(side * 2 * Math.PI / 3)
                            .moved(0, -height, -radius)
                            .pitched(-PlateModel.TILT);
            plates.add(Plate.random(classIndex, plate, lamps, air, true, random));
        }
        Light body = air.surface(0.06 + 0.15 * random.nextDouble());
        double top = height + 0.25 + 0.4 * random.nextDouble();
        return new Tower(pose, List.copyOf(plates), radius, top, lamps, body);
    }

    List<PlacedPlate> draw(Painter painter, SplittableRandom random) {
        Vector3 eye = painter.camera().pose().origin();
        Pose facing = towards(eye);
        double inner = inner();

        painter.box(pose, radius + 0.06, -0.18, 0, radius + 0.06, body.times(1.6));
        painter.box(pose, inner, -0.8 * top, -0.18, inner, body);
        painter.box(pose, 0.6 * inner, -top, -0.8 * top, 0.6 * inner, body.times(1.2));
        struts(painter, facing, random);

        tubes(painter, facing, random);
        List<PlacedPlate> placed = new ArrayList<>();
        plates.stream()
                .filter(p -> p.viewAngle(eye) < Math.PI / 2)
                .sorted(Comparator.comparingDouble((Plate p) -> -p.viewAngle(eye)))
                .forEach(plate -> {
                    plate.draw(painter);
                    placed.add(new PlacedPlate(plate, painter.silhouettes().mark()));
                });
        return placed;
    }

    /// The same place, its z axis pointing away from the viewer.
    private Pose towards(Vector3 eye) {
        Vector3 d = pose.origin().minus(eye);
        return Pose.at(pose.origin()).turned(Math.atan2(d.x(), d.z()));
    }

    private void struts(Painter painter, Pose facing, SplittableRandom random) {
        for (int i = 6 + random.nextInt(10); i > 0; i--) {
            double x = radius * (2 * random.nextDouble() - 1);
            double y = -top * random.nextDouble();
            boolean upright = random.nextBoolean();
            double half = upright ? 0.008 : 0.15 * random.nextDouble();
            double high = upright ? 0.15 * random.nextDouble() : 0.008;
            painter.panel(
                    facing.moved(x, y, -inner()).rolled(random.nextGaussian() * 0.2),
                    -half,
                    -high,
                    half,
                    high,
                    body.times(0.3 + 3 * Math.pow(random.nextDouble(), 2)));
        }
    }

    private double inner() {
        return radius * 0.62;
    }

    private void tubes(Painter painter, Pose facing, SplittableRandom random) {
        int n = random.nextInt(4);
        for (int i = 0; i < n; i++) {
            double x =
                    (random.nextBoolean() ? 1 : -1) * radius * (0.75 + 0.5 * random.nextDouble());
            double from = -top * (0.75 + 0.25 * random.nextDouble());
            double to = from + 0.12 + 0.35 * random.nextDouble() * top;
            double lean = random.nextGaussian() * 0.03;
            painter.tube(
                    facing.toParent(x + lean, from, -radius * 0.6),
                    facing.toParent(x, Math.min(to, -0.1), -radius * 0.6),
                    0.014 + 0.014 * random.nextDouble(),
                    lamps.times(0.12 + 0.25 * random.nextDouble()),
                    t -> 1);
        }
    }
}
