package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoseTest {

    private static final double TIGHT = 1e-12;

    private static void assertAt(Vector3 actual, double x, double y, double z) {
        assertThat(actual.minus(new Vector3(x, y, z)).norm())
                .as("%s against (%s, %s, %s)", actual, x, y, z)
                .isLessThan(TIGHT);
    }

    @Test
    void turningAQuarterTakesForwardToTheRight() {
        assertAt(Pose.at(Vector3.ZERO).turned(Math.PI / 2).z(), 1, 0, 0);
        assertAt(Pose.at(Vector3.ZERO).turned(Math.PI / 2).x(), 0, 0, -1);
    }

    @Test
    void pitchingAQuarterTakesForwardUp() {
        assertAt(Pose.at(Vector3.ZERO).pitched(Math.PI / 2).z(), 0, -1, 0);
        assertAt(Pose.at(Vector3.ZERO).pitched(Math.PI / 2).y(), 0, 0, 1);
    }

    @Test
    void rollingAQuarterTakesRightDown() {
        assertAt(Pose.at(Vector3.ZERO).rolled(Math.PI / 2).x(), 0, 1, 0);
        assertAt(Pose.at(Vector3.ZERO).rolled(Math.PI / 2).y(), -1, 0, 0);
    }

    @Test
    void movingGoesAlongTheOwnAxes() {
        assertAt(
                Pose.at(new Vector3(1, 2, 3)).turned(Math.PI / 2).moved(0, 0, 5).origin(), 6, 2, 3);
    }

    @Test
    void axesStayPerpendicularAndPointsComeBack() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            Pose pose =
                    Pose.at(vector(random))
                            .turned(random.nextGaussian())
                            .pitched(random.nextGaussian())
                            .rolled(random.nextGaussian());
            assertThat(pose.x().norm()).isCloseTo(1, within(TIGHT));
            assertThat(pose.x().dot(pose.y())).isCloseTo(0, within(TIGHT));
            assertThat(pose.y().dot(pose.z())).isCloseTo(0, within(TIGHT));
            assertThat(pose.z().dot(pose.x())).isCloseTo(0, within(TIGHT));
            Vector3 p = vector(random);
            assertThat(pose.toLocal(pose.toParent(p)).minus(p).norm()).isLessThan(1e-11);
        }
    }

    private static Vector3 vector(SplittableRandom random) {
        return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }
}
