package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;
import penumbra.model.Schema;
import penumbra.model.Sticker;

/// An armor plate somewhere in the world.
///
/// @param classIndex index into the classes of [penumbra.model.Schema#ARMOR_PLATE]
/// @param pose in the world; its z axis points into the robot
/// @param left the bar at the viewer's left
/// @param isLit false for a plate that is switched off
record Plate(
        PlateModel model,
        int classIndex,
        Pose pose,
        BarLight left,
        BarLight right,
        Light board,
        Light sticker,
        boolean isLit) {

    /// Beyond this angle the farther bar hides behind the rim.
    private static final double RIM = Math.toRadians(76);

    /// A plate of a robot: bars of the robot's colour, each a little different.
    static Plate random(
            int classIndex,
            Pose pose,
            Light bars,
            Ambience air,
            boolean isLit,
            SplittableRandom random) {
        Light board = air.tint().times(air.level() * (0.15 + 0.4 * random.nextDouble()));
        Light sticker = air.tint().times(0.012 + 0.05 * random.nextDouble() + air.level() * 2);
        return new Plate(
                PlateModel.ofClass(className(classIndex)),
                classIndex,
                pose,
                BarLight.random(bars, random),
                BarLight.random(bars, random),
                board,
                sticker,
                isLit);
    }

    private static String className(int classIndex) {
        return Schema.ARMOR_PLATE.classes().get(classIndex).name();
    }

    /// Angle between the line of sight and the plate's outward direction, radians, both seen from
    /// above: 0 when it faces the viewer.
    double viewAngle(Vector3 eye) {
        Vector3 sight = eye.minus(pose.origin());
        double side = Math.hypot(sight.x(), sight.z());
        double out = Math.hypot(pose.z().x(), pose.z().z());
        double cos = -(sight.x() * pose.z().x() + sight.z() * pose.z().z()) / (side * out);
        return Math.acos(Math.clamp(cos, -1, 1));
    }

    void draw(Painter painter) {
        double half = model.barDistance() / 2;
        double height = PlateModel.BOARD_HEIGHT / 2;
        painter.board(pose, -half + 0.006, -height, half - 0.006, height, board);
        Sticker printed = Sticker.ofClass(className(classIndex)).orElseThrow();
        double size = printed.height() / PlateModel.MM;
        painter.shape(pose, Glyphs.outlines(printed), size, sticker);
        Vector3 eye = painter.camera().pose().origin();
        double angle = viewAngle(eye);
        boolean leftIsNear = pose.toLocal(eye).x() < 0;
        if (leftIsNear || angle < RIM) {
            bar(painter, -half, left, angle);
        }
        if (!leftIsNear || angle < RIM) {
            bar(painter, half, right, angle);
        }
    }

    private void bar(Painter painter, double x, BarLight bar, double angle) {
        double end = PlateModel.BAR_LENGTH / 2;
        Light light =
                isLit
                        ? bar.light().times(0.45 + 0.55 * Math.max(0, Math.cos(angle)))
                        : sticker.times(0.25);
        painter.tube(
                pose.toParent(x, -end, 0),
                pose.toParent(x, end, 0),
                bar.width(),
                light,
                bar::profile);
    }
}
