package penumbra.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Quad;
import penumbra.geometry.Vector3;
import penumbra.model.Keypoint;
import penumbra.model.PlateSize;
import penumbra.model.Schema;
import penumbra.model.Target;

class PlatePoseTest {

    private static final CameraMatrix CAMERA = new CameraMatrix(1250, 1240, 650, 500);
    private static final List<Covariance> SURE = Collections.nCopies(4, Covariance.isotropic(0.01));

    private static Quad seen(Pose pose, PlateSize size) {
        return Quad.of(
                size.ends().corners().stream()
                        .map(p -> pose.toParent(p.x() / 1000, p.y() / 1000, 0))
                        .map(CAMERA::project)
                        .toList());
    }

    private static Pose pose(double yaw, double pitch, double roll, Vector3 at) {
        return Pose.at(at).turned(yaw).pitched(pitch).rolled(roll);
    }

    @Test
    void thePoseOfAProjectedPlateIsFoundAgain() {
        for (PlateSize size : PlateSize.values()) {
            for (double degrees : new double[] {-50, -20, 5, 35, 60}) {
                double yaw = Math.toRadians(degrees);
                Vector3 at = new Vector3(0.4, -0.2, 3.1);
                Pose truth = pose(yaw, 0.26, 0.05, at);
                PlatePose found = PlatePose.of(seen(truth, size), SURE, size, CAMERA).orElseThrow();
                assertThat(found.distance()).isCloseTo(at.norm(), within(1e-7));
                assertThat(found.pose().origin().minus(at).norm()).isLessThan(1e-7);
                assertThat(found.pose().x().minus(truth.x()).norm()).isLessThan(1e-6);
                assertThat(found.pose().z().minus(truth.z()).norm()).isLessThan(1e-6);
                assertThat(found.yaw())
                        .isCloseTo(Math.atan2(truth.z().x(), truth.z().z()), within(1e-6));
            }
        }
    }

    @Test
    void yawIsPositiveWhenTheRightBarIsNearer() {
        Quad right =
                Quad.of(
                        List.of(
                                new Point(600, 480),
                                new Point(600, 510),
                                new Point(650, 515),
                                new Point(650, 475)));
        assertThat(PlatePose.of(right, SURE, PlateSize.SMALL, CAMERA).orElseThrow().yaw())
                .isPositive();
    }

    @Test
    void deviationsAreThoseOfRepeatedLabelsWithinATenth() {
        Pose truth = pose(Math.toRadians(40), 0.26, 0, new Vector3(0.2, 0.1, 0.9));
        Quad ends = seen(truth, PlateSize.SMALL);
        List<Covariance> scatter = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            scatter.add(Covariance.alongAcross(new Point(0.2, 1), 0.4, 0.2));
        }
        PlatePose pose = PlatePose.of(ends, scatter, PlateSize.SMALL, CAMERA).orElseThrow();
        Random random = new Random(3);
        List<PlatePose> repeated = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            List<Point> labelled = new ArrayList<>();
            for (Point end : ends.corners()) {
                Point along = new Point(0.2, 1).times(1 / Math.hypot(0.2, 1));
                Point across = new Point(-along.y(), along.x());
                labelled.add(
                        end.plus(along.times(0.4 * random.nextGaussian()))
                                .plus(across.times(0.2 * random.nextGaussian())));
            }
            repeated.add(
                    PlatePose.of(Quad.of(labelled), SURE, PlateSize.SMALL, CAMERA).orElseThrow());
        }
        double distance = deviation(repeated.stream().mapToDouble(PlatePose::distance).toArray());
        double yaw = deviation(repeated.stream().mapToDouble(PlatePose::yaw).toArray());
        assertThat(pose.distanceDeviation()).isCloseTo(distance, within(0.1 * distance));
        assertThat(pose.yawDeviation()).isCloseTo(yaw, within(0.1 * yaw));
    }

    @Test
    void aSmallPlateMayStandTheOtherWayRoundAndALargeOneCannot() {
        List<Covariance> label = Collections.nCopies(4, Covariance.isotropic(0.7));
        Quad far = seen(pose(0.6, 0, 0, new Vector3(0, 0, 6)), PlateSize.SMALL);
        Quad near = seen(pose(0.6, 0, 0, new Vector3(0, 0, 0.5)), PlateSize.SMALL);
        PlatePose small = PlatePose.of(far, label, PlateSize.SMALL, CAMERA).orElseThrow();
        PlatePose large = PlatePose.of(near, label, PlateSize.SMALL, CAMERA).orElseThrow();
        assertThat(small.yaw()).isCloseTo(0.6, within(1e-6));
        assertThat(small.otherYaw().orElseThrow()).isCloseTo(-0.6, within(0.05));
        assertThat(large.otherYaw()).isEmpty();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(sum / (values.length - 1));
    }

    @Test
    void pointsThatAreNoPlateHaveNoPose() {
        Quad line =
                Quad.of(
                        List.of(
                                new Point(100, 100),
                                new Point(110, 110),
                                new Point(120, 120),
                                new Point(130, 130)));
        assertThat(PlatePose.of(line, SURE, PlateSize.SMALL, CAMERA)).isEmpty();
    }

    @Test
    void theClassTellsTheSizeAndMeasuredPointsAreSurer() {
        Pose truth = pose(0.5, 0.2, 0, new Vector3(0, 0, 4));
        Target target = target(seen(truth, PlateSize.LARGE), "R1");
        Schema schema = Schema.ARMOR_PLATE;
        PlatePose assumed = TargetPose.of(target, schema, CAMERA, List.of()).orElseThrow();
        assertThat(assumed.distance()).isCloseTo(4, within(1e-6));
        List<Optional<Covariance>> sure =
                Collections.nCopies(4, Optional.of(Covariance.isotropic(0.05)));
        PlatePose snapped = TargetPose.of(target, schema, CAMERA, sure).orElseThrow();
        assertThat(snapped.distance()).isEqualTo(assumed.distance());
        assertThat(snapped.distanceDeviation()).isLessThan(assumed.distanceDeviation() / 5);
        List<Keypoint> three = new ArrayList<>(target.keypoints());
        three.set(1, Keypoint.UNLABELLED);
        assertThat(TargetPose.of(target.withKeypoints(three), schema, CAMERA, List.of())).isEmpty();
    }

    private static Target target(Quad ends, String name) {
        return Target.of(
                Schema.ARMOR_PLATE.classIndex(name).orElseThrow(),
                ends.corners().stream().map(p -> Keypoint.visible(p.x(), p.y())).toList(),
                Optional.empty(),
                "");
    }
}
