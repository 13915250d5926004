package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Size;
import penumbra.geometry.Vector3;

class CameraTest {

    private static final Size SIZE = new Size(1280, 1024);
    private static final Camera CAMERA = new Camera(SIZE, 1250, Pose.at(Vector3.ZERO));

    private static List<Point> endpoints(PlateModel model, Pose pose) {
        return model.endpoints(pose).stream().map(p -> CAMERA.project(p).orElseThrow()).toList();
    }

    private static void assertAt(Point actual, double x, double y) {
        assertThat(actual.distance(new Point(x, y)))
                .as("%s against (%s, %s)", actual, x, y)
                .isLessThan(1e-9);
    }

    @Test
    void theOpticalAxisMeetsThePicturesMiddle() {
        assertAt(CAMERA.project(new Vector3(0, 0, 3)).orElseThrow(), 640, 512);
    }

    /// 1250 px * 0.0675 m / 2 m = 42.1875 px and 1250 px * 0.028 m / 2 m = 17.5 px.
    @Test
    void anUprightSmallPlateAtTwoMetres() {
        List<Point> p = endpoints(PlateModel.SMALL, Pose.at(new Vector3(0, 0, 2)));
        assertAt(p.get(0), 597.8125, 494.5);
        assertAt(p.get(1), 597.8125, 529.5);
        assertAt(p.get(2), 682.1875, 529.5);
        assertAt(p.get(3), 682.1875, 494.5);
    }

    /// Leaning back by 30 degrees: the top goes to y = -0.028 cos 30, z = 2 + 0.028 sin 30 = 2.014.
    @Test
    void aPlateThatLeansBackHasItsTopFartherAway() {
        Pose pose = Pose.at(new Vector3(0, 0, 2)).pitched(-Math.PI / 6);
        double rise = 0.028 * Math.sqrt(3) / 2;
        List<Point> p = endpoints(PlateModel.LARGE, pose);
        assertAt(p.get(0), 640 - 1250 * 0.115 / 2.014, 512 - 1250 * rise / 2.014);
        assertAt(p.get(1), 640 - 1250 * 0.115 / 1.986, 512 + 1250 * rise / 1.986);
    }

    /// Turned by 60 degrees: the right bar is at x = 0.115 cos 60 = 0.0575 and nearer, at z = 2 -
    /// 0.115 sin 60.
    @Test
    void aTurnedPlateIsForeshortened() {
        List<Point> p =
                endpoints(PlateModel.LARGE, Pose.at(new Vector3(0, 0, 2)).turned(Math.PI / 3));
        double depth = 2 - 0.115 * Math.sqrt(3) / 2;
        assertAt(p.get(3), 640 + 1250 * 0.0575 / depth, 512 - 1250 * 0.028 / depth);
    }

    @Test
    void nothingBehindTheCameraIsSeen() {
        assertThat(CAMERA.project(new Vector3(0, 0, -1))).isEmpty();
        assertThat(
                        CAMERA.polygon(
                                new Vector3(0, 0, -1),
                                new Vector3(1, 0, -1),
                                new Vector3(0, 1, -1)))
                .isEmpty();
    }

    @Test
    void aPolygonThatPassesTheCameraIsCutAtTheNearPlane() {
        double[] p =
                CAMERA.polygon(
                        new Vector3(0, 0, 1),
                        new Vector3(1, 0, 1),
                        new Vector3(1, 0, -1),
                        new Vector3(0, 0, -1));
        assertThat(p).hasSize(8);
        assertThat(p[4]).isCloseTo(640 + 1250 / 0.05, within(1e-6));
        assertThat(p[6]).isCloseTo(640, within(1e-6));
    }

    @Test
    void theAngleOfViewDoesNotDependOnTheSize() {
        assertThat(Camera.usualFocal(SIZE)).isEqualTo(1250);
        assertThat(Camera.usualFocal(new Size(640, 512))).isEqualTo(625);
    }
}
