package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Size;
import penumbra.geometry.Vector3;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Which plates are labelled, and how, as a person would.
class TruthTest {

    private static final Camera CAMERA =
            new Camera(new Size(1280, 1024), 1250, Pose.at(Vector3.ZERO));
    private static final BarLight BAR = new BarLight(Light.grey(3), 0.008, 0, 0);

    private final Painter painter = new Painter(CAMERA);

    private static Plate plate(Pose pose, boolean isLit) {
        return new Plate(
                PlateModel.SMALL, 11, pose, BAR, BAR, Light.grey(0.01), Light.grey(0.05), isLit);
    }

    private PlacedPlate painted(Plate plate) {
        plate.draw(painter);
        return new PlacedPlate(plate, painter.silhouettes().mark());
    }

    private Optional<Target> truth(PlacedPlate placed) {
        return Truth.of(placed, painter, new SplittableRandom(1));
    }

    private static List<Visibility> visibilities(Target target) {
        return target.keypoints().stream().map(Keypoint::visibility).toList();
    }

    private static Pose ahead(double z) {
        return Pose.at(new Vector3(0, 0, z));
    }

    @Test
    void aFreePlateIsLabelledWithItsClassAndItsEnds() {
        Target target = truth(painted(plate(ahead(2), true))).orElseThrow();
        assertThat(target.classIndex()).isEqualTo(11);
        assertThat(target.labelledPoints())
                .containsExactly(
                        new Point(597.8125, 494.5),
                        new Point(597.8125, 529.5),
                        new Point(682.1875, 529.5),
                        new Point(682.1875, 494.5));
        assertThat(visibilities(target)).containsOnly(Visibility.VISIBLE);
        assertThat(target.box()).isEmpty();
    }

    @Test
    void pointsBehindSomethingAreOccluded() {
        PlacedPlate placed = painted(plate(ahead(2), true));
        painter.board(ahead(1.5), -0.3, -0.3, -0.03, 0.3, Light.NONE);
        assertThat(visibilities(truth(placed).orElseThrow()))
                .containsExactly(
                        Visibility.OCCLUDED,
                        Visibility.OCCLUDED,
                        Visibility.VISIBLE,
                        Visibility.VISIBLE);
    }

    @Test
    void whatWasPaintedEarlierHidesNothing() {
        painter.board(ahead(3), -1, -1, 1, 1, Light.NONE);
        assertThat(visibilities(truth(painted(plate(ahead(2), true))).orElseThrow()))
                .containsOnly(Visibility.VISIBLE);
    }

    /// At 2 m the picture's left border is at x = -1.024 m: the left bar, at -1.0625 m, is outside.
    @Test
    void pointsBeyondTheBorderAreOccludedAndKeepTheirPlace() {
        Pose pose = Pose.at(new Vector3(-0.995, 0, 2)).turned(Math.atan2(-0.995, 2));
        Target target = truth(painted(plate(pose, true))).orElseThrow();
        assertThat(visibilities(target))
                .containsExactly(
                        Visibility.OCCLUDED,
                        Visibility.OCCLUDED,
                        Visibility.VISIBLE,
                        Visibility.VISIBLE);
        assertThat(target.labelledPoints().getFirst().x()).isLessThan(0);
    }

    @Test
    void aMostlyHiddenPlateIsLeftOut() {
        PlacedPlate placed = painted(plate(ahead(2), true));
        painter.board(ahead(1.5), -0.3, -0.3, 0.03, 0.3, Light.NONE);
        assertThat(truth(placed)).isEmpty();
    }

    @Test
    void aPlateSwitchedOffIsLeftOut() {
        assertThat(truth(painted(plate(ahead(2), false)))).isEmpty();
    }

    @Test
    void aPlateSeenFromTheSideIsLeftOut() {
        assertThat(truth(painted(plate(ahead(2).turned(Math.toRadians(60)), true)))).isPresent();
        assertThat(truth(painted(plate(ahead(2).turned(Math.toRadians(70)), true)))).isEmpty();
    }

    /// 1250 px * 0.056 m / 11 m = 6.36 px and 5.83 px at 12 m.
    @Test
    void aPlateTooFarToReadIsLeftOut() {
        assertThat(truth(painted(plate(ahead(11), true)))).isPresent();
        assertThat(truth(painted(plate(ahead(12), true)))).isEmpty();
    }
}
