package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Pose;
import penumbra.geometry.Size;
import penumbra.geometry.Vector3;

class PainterTest {

    private static final Camera CAMERA = new Camera(new Size(640, 512), 625, Pose.at(Vector3.ZERO));

    /// Every place of the pattern of stains, which repeats after 256 units.
    @Test
    void noStainIsDarkerThanATenthOfTheWall() {
        Painter painter = new Painter(CAMERA);
        painter.rough(Pose.at(new Vector3(0, 0, 1)), -1, -1, 1, 1, Light.grey(1));
        float darkest = 1;
        double sum = 0;
        for (float v : painter.canvas().green) {
            darkest = Math.min(darkest, v);
            sum += v;
        }
        assertThat(darkest).isGreaterThanOrEqualTo(0.1f);
        assertThat(sum / (640 * 512)).isCloseTo(1, within(0.05));
    }

    /// A screen of 2 m by 1 m at 4 m takes 312.5 px by 156.25 px around the middle.
    @Test
    void aScreenGlowsWithinItsFrameOnly() {
        Painter painter = new Painter(CAMERA);
        new ScreenPicture(Pose.at(new Vector3(0, 0, 4)), 1, -0.5, 0.5, 0.05, Light.grey(1))
                .draw(painter, new SplittableRandom(2));
        float[] green = painter.canvas().green;
        double inside = 0;
        double outside = 0;
        for (int i = 0; i < green.length; i++) {
            boolean isWithin =
                    Math.abs(i % 640 + 0.5 - 320) < 158 && Math.abs(i / 640 + 0.5 - 256) < 90;
            inside += isWithin ? green[i] : 0;
            outside += isWithin ? 0 : green[i];
        }
        assertThat(inside / (312.5 * 156.25)).isBetween(0.005, 0.15);
        assertThat(outside).isLessThan(0.02 * inside);
    }

    @Test
    void aScreenThatReachesBehindTheCameraIsPaintedWithoutItsClouds() {
        Painter painter = new Painter(CAMERA);
        Pose pose = Pose.at(new Vector3(0.5, 0, 0.5)).turned(Math.toRadians(80));
        new ScreenPicture(pose, 2, -1, 1, 0.05, Light.grey(1))
                .draw(painter, new SplittableRandom(3));
        for (Plane plane : painter.canvas().planes()) {
            for (float v : plane.values()) {
                assertThat(Float.isFinite(v)).isTrue();
            }
        }
    }
}
