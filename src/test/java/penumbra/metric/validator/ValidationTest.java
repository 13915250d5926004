package penumbra.metric.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.metric.Detection;
import penumbra.metric.Picture;
import penumbra.metric.Truth;

/// The rules of the reference's validator by hand.
class ValidationTest {

    private static final List<Double> SIGMAS = Collections.nCopies(4, 0.25);

    private static List<Point> corners(double x) {
        return List.of(
                new Point(x, 0), new Point(x, 20), new Point(x + 60, 20), new Point(x + 60, 0));
    }

    private static Truth truth(int classIndex, double x) {
        return new Truth(
                classIndex, corners(x), Collections.nCopies(4, true), new Box(x, 0, 60, 20));
    }

    private static Detection detection(int classIndex, double score, double x) {
        return new Detection(classIndex, score, corners(x), new Box(x, 0, 60, 20));
    }

    private static Validation validation(List<Truth> truths, Detection... detections) {
        return Validation.of(List.of(new Picture(truths, List.of(detections))), SIGMAS);
    }

    /// The surer one, 6 px off with an overlap of 54/66, has found the target; at the thresholds
    /// above that the exact one has.
    @Test
    void theSurestOfThoseAlikeEnoughHasFoundATarget() {
        Picture picture =
                new Picture(
                        List.of(truth(0, 0)), List.of(detection(0, 0.9, 6), detection(0, 0.8, 0)));
        int[] hits =
                Thresholds.hits(
                        picture,
                        picture.detections(),
                        (t, d) -> ReferenceSimilarity.overlap(t.box(), d.box()));
        assertThat(hits[0]).isEqualTo(0b0001111111);
        assertThat(hits[1]).isEqualTo(0b1110000000);
    }

    @Test
    void aDetectionWhoseBestTargetIsTakenGetsNoOther() {
        Picture picture =
                new Picture(
                        List.of(truth(0, 0), truth(0, 12)),
                        List.of(detection(0, 0.9, 1), detection(0, 0.8, 2)));
        int[] hits =
                Thresholds.hits(
                        picture,
                        picture.detections(),
                        (t, d) -> ReferenceSimilarity.overlap(t.box(), d.box()));
        assertThat(hits[0] & 1).isEqualTo(1);
        assertThat(hits[1]).isZero();
    }

    /// One of two targets found without a mistake. Precision is 1 up to recall 0.5 and falls in a
    /// line to 0 at recall 1: 0.5 + 0.25.
    @Test
    void areasAreTrapezoidsBetweenPrecisionAndTheEnd() {
        Validation v = validation(List.of(truth(0, 0), truth(0, 500)), detection(0, 0.9, 0));
        assertThat(v.boxes().map50()).isCloseTo(0.75, within(1e-9));
        assertThat(v.keypoints().map()).isCloseTo(0.75, within(1e-9));
        assertThat(v.boxes().recall()).isCloseTo(0.5, within(1e-9));
        assertThat(v.boxes().precision()).isCloseTo(1, within(1e-9));
    }

    @Test
    void classesWithoutATargetDoNotCountAndClassesWithoutADetectionCountAsZero() {
        Validation v =
                validation(
                        List.of(truth(0, 0), truth(3, 500)),
                        detection(0, 0.9, 0),
                        detection(7, 0.95, 0));
        assertThat(v.boxes().classes()).extracting(ClassCurves::classIndex).containsExactly(0, 3);
        assertThat(v.boxes().map50()).isCloseTo(0.5, within(1e-2));
        assertThat(v.boxes().classes().get(1).averagePrecision()).containsOnly(0);
    }

    @Test
    void aTargetWithoutALabelledKeypointIsNeverFoundByKeypoints() {
        Truth blank =
                new Truth(0, corners(0), Collections.nCopies(4, false), new Box(0, 0, 60, 20));
        Validation v = validation(List.of(blank), detection(0, 0.9, 0));
        assertThat(v.keypoints().map50()).isZero();
        assertThat(v.boxes().map50()).isGreaterThan(0.99);
    }

    @Test
    void withoutATargetNothingIsMadeUp() {
        Validation v = validation(List.of(), detection(0, 0.9, 0));
        assertThat(v.boxes().map()).isNaN();
        assertThat(v.boxes().precision()).isNaN();
    }
}
