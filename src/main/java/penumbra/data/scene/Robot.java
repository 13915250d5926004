package penumbra.data.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// A robot on wheels: a dark chassis with four plates around it, a turret, and the lamps that are
/// no plates.
///
/// @param pose on the floor below its middle
/// @param plates the four plates, front, right, back and left as it is turned
/// @param halfWidth of the chassis, metres
/// @param halfLength of the chassis, metres
/// @param lamps colour of its lamps
/// @param body light of its dark parts
record Robot(
        Pose pose,
        List<Plate> plates,
        double halfWidth,
        double halfLength,
        Light lamps,
        Light body,
        boolean isLit,
        Ambience air) {

    private static final double WHEEL = 0.076;

    static Robot random(
            Pose pose, int classIndex, boolean isLit, Ambience air, SplittableRandom random) {
        double halfWidth = 0.19 + 0.08 * random.nextDouble();
        double halfLength = 0.21 + 0.1 * random.nextDouble();
        double height = 0.13 + 0.07 * random.nextDouble();
        Light lamps =
                BarLight.colour(classIndex >= 8, random)
                        .times(Math.exp(0.35 * random.nextGaussian()));
        List<Plate> plates = new ArrayList<>();
        for (int side = 0; side < 4; side++) {
            double out = side % 2 == 0 ? halfLength : halfWidth;
            Pose plate =
                    pose.turned(side * Math.PI / 2)
                            .moved(0, -height, -out - 0.05)
                            .pitched(-PlateModel.TILT);
            plates.add(Plate.random(classIndex, plate, lamps, air, isLit, random));
        }
        Light body = air.surface(0.05 + 0.2 * random.nextDouble());
        return new Robot(pose, List.copyOf(plates), halfWidth, halfLength, lamps, body, isLit, air);
    }

    List<PlacedPlate> draw(Painter painter, SplittableRandom random) {
        Vector3 eye = painter.camera().pose().origin();
        shadow(painter);
        List<Plate> facing =
                plates.stream()
                        .filter(p -> p.viewAngle(eye) < Math.PI / 2)
                        .sorted(Comparator.comparingDouble((Plate p) -> -p.viewAngle(eye)))
                        .toList();
        if (isLit) {
            facing.forEach(p -> mirror(painter, p));
        }
        painter.box(pose, halfWidth, -0.25, -0.07, halfLength, body);
        details(painter, eye, random);
        wheels(painter, eye, random);
        List<PlacedPlate> placed = new ArrayList<>();
        boolean hasUnderLight = random.nextDouble() < 0.55;
        for (Plate plate : facing) {
            plate.draw(painter);
            placed.add(new PlacedPlate(plate, painter.silhouettes().mark()));
            if (isLit && hasUnderLight) {
                underLight(painter, plate, random);
            }
        }
        new Turret(pose.moved(0, -0.25, 0), lamps, body, isLit).draw(painter, air, random);
        return placed;
    }

    /// Darkness on the floor that fades outwards.
    private void shadow(Painter painter) {
        for (double wider = 0.02; wider < 0.2; wider += 0.04) {
            Vector3[] rim = new Vector3[16];
            for (int i = 0; i < rim.length; i++) {
                double angle = 2 * Math.PI * i / rim.length;
                rim[i] =
                        pose.toParent(
                                (1.15 * halfWidth + wider) * Math.cos(angle),
                                0,
                                (1.15 * halfLength + wider) * Math.sin(angle));
            }
            painter.canvas().dim(List.of(painter.camera().polygon(rim)), 0.75f);
        }
    }

    /// The bars of a plate in the floor: long soft spots below the robot.
    private void mirror(Painter painter, Plate plate) {
        List<Vector3> ends = plate.model().endpoints(plate.pose());
        for (int bar = 0; bar < 4; bar += 2) {
            Vector3 above = ends.get(bar).towards(ends.get(bar + 1), 0.5);
            Vector3 below = new Vector3(above.x(), -above.y(), above.z());
            double metre = painter.camera().scale(below);
            painter.camera()
                    .project(below)
                    .ifPresent(p ->
                            painter.canvas()
                                    .glow(
                                            p.x(),
                                            p.y(),
                                            0.016 * metre,
                                            0.05 * metre,
                                            lamps.times(0.6 * air.gloss())));
        }
    }

    /// Struts, cables and covers: small patches a little lighter or darker than the body.
    private void details(Painter painter, Vector3 eye, SplittableRandom random) {
        Vector3 d = pose.origin().minus(eye);
        Pose facing = Pose.at(pose.origin()).turned(Math.atan2(d.x(), d.z()));
        Pose front = facing.moved(0, 0, -Math.min(halfWidth, halfLength));
        for (int i = 10 + random.nextInt(16); i > 0; i--) {
            double x = 0.34 * (2 * random.nextDouble() - 1);
            double y = -0.05 - 0.24 * random.nextDouble();
            double half = 0.004 + 0.05 * Math.pow(random.nextDouble(), 2);
            double high = 0.004 + 0.03 * Math.pow(random.nextDouble(), 2);
            painter.panel(
                    front.moved(x, y, 0).rolled(random.nextGaussian() * 0.3),
                    -half,
                    -high,
                    half,
                    high,
                    body.times(0.4 + 4 * Math.pow(random.nextDouble(), 3)));
        }
    }

    private void wheels(Painter painter, Vector3 eye, SplittableRandom random) {
        Vector3 local = pose.toLocal(eye);
        double angle = Math.atan2(local.x(), -local.z());
        double across = WHEEL * Math.abs(Math.sin(angle)) + 0.03 * Math.abs(Math.cos(angle));
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) == 0 ? -halfWidth - 0.02 : halfWidth + 0.02;
            double z = (corner & 2) == 0 ? halfLength - 0.04 : 0.04 - halfLength;
            Vector3 hub = pose.toParent(x, -WHEEL, z);
            painter.ellipse(hub, across, WHEEL, body.times(0.8));
            for (int i = 0; i < 4; i++) {
                double turn = random.nextDouble() * 2 * Math.PI;
                Vector3 glint =
                        new Vector3(
                                hub.x() + across * 0.8 * Math.cos(turn),
                                hub.y() + WHEEL * 0.8 * Math.sin(turn),
                                hub.z());
                double strength = 0.006 + 0.05 * Math.pow(random.nextDouble(), 3);
                painter.lamp(glint, 0.006, Light.of(1, 0.85, 0.5).times(strength));
            }
        }
    }

    /// A short level lamp below a plate, as bright as a bar and no bar of a plate.
    private void underLight(Painter painter, Plate plate, SplittableRandom random) {
        double half = 0.02 + 0.03 * random.nextDouble();
        double down = 0.075 + 0.02 * random.nextDouble();
        painter.tube(
                plate.pose().toParent(-half, down, 0),
                plate.pose().toParent(half, down, 0),
                0.01,
                lamps.times(0.7),
                t -> 1 - 0.85 * Math.pow(2 * t - 1, 2));
        Vector3 floor = plate.pose().toParent(0, down, -0.05);
        painter.glowOnFloor(
                new Vector3(floor.x(), 0, floor.z()),
                0.07,
                0.015,
                lamps.times(0.0025 + 0.15 * air.gloss()));
    }
}
