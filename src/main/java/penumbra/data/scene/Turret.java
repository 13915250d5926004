package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;

/// What stands on a chassis: neck, head and barrel, small status lamps, sometimes a wide light bar
/// or a frame. None of its lamps belongs to a plate.
///
/// @param pose on top of the chassis
record Turret(Pose pose, Light lamps, Light body, boolean isLit) {

    private static final Light GREEN = Light.of(0.08, 1, 0.15);
    private static final Light AMBER = Light.of(1, 0.45, 0.05);

    void draw(Painter painter, Ambience air, SplittableRandom random) {
        Pose head = pose.moved(0, -0.1, 0).turned(random.nextGaussian() * 0.9);
        painter.box(pose, 0.035, -0.1, 0, 0.035, body);
        painter.box(head, 0.05 + 0.04 * random.nextDouble(), -0.1, 0.02, 0.09, body.times(0.9));
        painter.box(head.moved(0, -0.03, -0.15), 0.015, -0.015, 0.015, 0.1, body.times(1.3));
        if (random.nextDouble() < 0.35) {
            frame(painter, random);
        }
        if (!isLit) {
            return;
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Light colour =
                    switch (random.nextInt(4)) {
                        case 0 -> GREEN;
                        case 1 -> Light.grey(0.8);
                        case 2 -> AMBER;
                        default -> lamps.times(0.3);
                    };
            painter.lamp(
                    head.toParent(
                            random.nextGaussian() * 0.06,
                            random.nextGaussian() * 0.06 - 0.03,
                            -0.1),
                    0.0025 + 0.004 * random.nextDouble(),
                    colour.times(0.3 + random.nextDouble()));
        }
        if (random.nextDouble() < 0.3) {
            painter.panel(
                    head.moved(0.01, -0.04, -0.1),
                    -0.03,
                    -0.015,
                    0.03,
                    0.015,
                    Light.of(0.15, 0.3, 0.8).times(0.3 + 0.4 * random.nextDouble()));
        }
        if (random.nextDouble() < 0.3) {
            lightBar(painter, random);
        }
    }

    /// The wide level bar that shows a robot's health, its ends in amber.
    private void lightBar(Painter painter, SplittableRandom random) {
        double half = 0.06 + 0.08 * random.nextDouble();
        double thick = 0.012 + 0.015 * random.nextDouble();
        Pose bar = pose.moved(0, -0.03 - 0.3 * random.nextDouble(), -0.14);
        painter.panel(bar, -half, -thick / 2, half, thick / 2, lamps.times(0.22));
        if (random.nextBoolean()) {
            painter.panel(bar, -half, -thick, -half * 0.6, -thick / 2, AMBER.times(1.2));
            painter.panel(bar, half * 0.6, -thick, half, -thick / 2, AMBER.times(1.2));
        }
    }

    private void frame(Painter painter, SplittableRandom random) {
        double width = 0.1 + 0.08 * random.nextDouble();
        double top = -0.3 - 0.25 * random.nextDouble();
        Light light = body.times(1.4);
        for (int side = -1; side <= 1; side += 2) {
            painter.box(pose.moved(side * width, 0, 0), 0.012, top, 0, 0.012, light);
        }
        painter.box(pose, width, top, top + 0.025, 0.012, light);
    }
}
