package penumbra.data.scene;

import java.util.List;
import java.util.SplittableRandom;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// What a screen of the hall shows: the dim, soft view of a camera above the field, below a line of
/// two team bars and rows of text.
///
/// @param plane of the screen; x along it, y down
/// @param half half its width, metres
/// @param top its upper edge on the y axis, metres
/// @param level linear light of its middle tones
/// @param tint its colour
record ScreenPicture(Pose plane, double half, double top, double bottom, double level, Light tint) {

    private static final Light RED = Light.of(1.4, 0.2, 0.15);
    private static final Light BLUE = Light.of(0.1, 0.5, 0.9);

    void draw(Painter painter, SplittableRandom random) {
        clouds(painter, tint.times(level * 0.6), 40 + 40 * random.nextDouble(), random);
        clouds(painter, tint.times(level * 0.4), 200 + 100 * random.nextDouble(), random);
        clouds(
                painter,
                (random.nextInt(3) == 0 ? BLUE : RED).times(level * 0.3),
                40 + 60 * random.nextDouble(),
                random);
        structures(painter, random);
        headLine(painter, random);
    }

    /// Light that comes and goes over the screen, most of it dark.
    ///
    /// @param cells units of [Texture#coarse] that span the screen's width
    private void clouds(Painter painter, Light light, double cells, SplittableRandom random) {
        Vector3 corner = plane.toParent(-half, top, 0);
        Vector3 across = plane.toParent(half, top, 0);
        Vector3 down = plane.toParent(-half, bottom, 0);
        double[] outline =
                painter.camera().polygon(corner, across, plane.toParent(half, bottom, 0), down);
        if (outline.length != 8) {
            return;
        }
        double perPx = cells / Math.hypot(outline[2] - outline[0], outline[3] - outline[1]);
        double cos = (outline[2] - outline[0]) * perPx * perPx / cells;
        double sin = (outline[3] - outline[1]) * perPx * perPx / cells;
        double shiftX = 256 * random.nextDouble() - outline[0] * cos - outline[1] * sin;
        double shiftY = 256 * random.nextDouble() + outline[0] * sin - outline[1] * cos;
        painter.canvas()
                .add(
                        List.of(outline),
                        light,
                        (x, y) -> {
                            double u = x * cos + y * sin + shiftX;
                            double v = y * cos - x * sin + shiftY;
                            double share = Math.max(0, 0.35 + 0.5 * Texture.coarse(u, v));
                            return share * share;
                        });
    }

    /// The field and what stands on it: patches of light, most of them small and faint.
    private void structures(Painter painter, SplittableRandom random) {
        double height = bottom - top;
        for (int i = 0; i < 220; i++) {
            double w = half * (0.01 + 0.3 * Math.pow(random.nextDouble(), 3));
            double h = height * (0.008 + 0.2 * Math.pow(random.nextDouble(), 4));
            double x = (half - w) * (2 * random.nextDouble() - 1);
            double y = top + height * 0.2 + (height * 0.8 - h) * random.nextDouble();
            Light light = (random.nextInt(5) == 0 ? RED : tint).times(level);
            double slant = h * 0.5 * random.nextGaussian();
            double[] outline =
                    painter.camera()
                            .polygon(
                                    plane.toParent(x, y, 0),
                                    plane.toParent(x + w, y + slant, 0),
                                    plane.toParent(x + w, y + slant + h, 0),
                                    plane.toParent(x, y + h, 0));
            if (outline.length > 0) {
                double strength = 0.1 + 2 * Math.pow(random.nextDouble(), 4);
                painter.canvas().add(List.of(outline), light.times(strength));
            }
        }
    }

    private void headLine(Painter painter, SplittableRandom random) {
        Pose front = plane.moved(0, top + 0.12, -0.02);
        double length = half * (0.3 + 0.5 * random.nextDouble());
        painter.panel(front, -length, 0, -0.2, 0.07, RED.times(level * 5));
        painter.panel(front, 0.2, 0, length, 0.07, BLUE.times(level * 5));
        for (int row = 0; row < 4; row++) {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                Lettering.draw(
                        painter,
                        front.moved(
                                half * (1.7 * random.nextDouble() - 0.95), 0.16 + 0.11 * row, 0),
                        2 + random.nextInt(7),
                        0.05 + 0.05 * random.nextDouble(),
                        Light.grey(level * (1 + 4 * random.nextDouble())),
                        random);
            }
        }
    }
}
