package penumbra.metric.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import penumbra.engine.Golden;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.metric.Detection;
import penumbra.metric.Picture;
import penumbra.metric.Truth;
import tools.jackson.databind.JsonNode;

/// Thirty pictures with the numbers that the reference's validator gave.
class ValidationGoldenTest {

    private static final int K = 4;
    private static final List<Double> SIGMAS = List.of(0.25, 0.25, 0.25, 0.25);
    private static Weights golden;
    private static final List<Picture> PICTURES = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        golden = Golden.tensors("k4v3/metrics");
        for (int i = 0; golden.tensors().containsKey("im%02d.gt_cls".formatted(i)); i++) {
            PICTURES.add(picture("im%02d.".formatted(i)));
        }
        assertThat(PICTURES).hasSize(30);
    }

    private static Picture picture(String name) {
        float[] classes = golden.tensor(name + "gt_cls").floats();
        float[] boxes = golden.tensor(name + "gt_bboxes").floats();
        float[] points = golden.tensor(name + "gt_kpts").floats();
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            List<Boolean> labelled = new ArrayList<>();
            for (int k = 0; k < K; k++) {
                labelled.add(points[(i * K + k) * 3 + 2] != 0);
            }
            truths.add(new Truth((int) classes[i], points(points, i), labelled, box(boxes, i)));
        }
        float[] found = golden.tensor(name + "pred_cls").floats();
        float[] scores = golden.tensor(name + "pred_conf").floats();
        float[] places = golden.tensor(name + "pred_bboxes").floats();
        float[] predicted = golden.tensor(name + "pred_kpts").floats();
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            detections.add(
                    new Detection((int) found[i], scores[i], points(predicted, i), box(places, i)));
        }
        return new Picture(truths, detections);
    }

    private static List<Point> points(float[] all, int row) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < K; k++) {
            points.add(new Point(all[(row * K + k) * 3], all[(row * K + k) * 3 + 1]));
        }
        return points;
    }

    private static Box box(float[] corners, int row) {
        double x = corners[4 * row];
        double y = corners[4 * row + 1];
        return new Box(x, y, corners[4 * row + 2] - x, corners[4 * row + 3] - y);
    }

    @Test
    void thresholdsAreTheReferences() {
        float[] expected = golden.tensor("iouv").floats();
        for (int t = 0; t < Thresholds.COUNT; t++) {
            assertThat(Thresholds.at(t)).isEqualTo(expected[t]);
        }
    }

    @Test
    void similaritiesAndHitsOfEveryPictureAreTheReferences() {
        double overlap = 0;
        double oks = 0;
        int compared = 0;
        for (int i = 0; i < PICTURES.size(); i++) {
            String name = "im%02d.".formatted(i);
            Picture picture = PICTURES.get(i);
            List<Detection> found = picture.detections();
            for (int g = 0;
                    golden.tensors().containsKey(name + "iou") && g < picture.truths().size();
                    g++) {
                for (int d = 0; d < found.size(); d++) {
                    int at = g * found.size() + d;
                    Truth truth = picture.truths().get(g);
                    float iou = ReferenceSimilarity.overlap(truth.box(), found.get(d).box());
                    overlap =
                            Math.max(
                                    overlap,
                                    Math.abs(iou - golden.tensor(name + "iou").floats()[at]));
                    float alike = ReferenceSimilarity.keypoints(truth, found.get(d), SIGMAS);
                    oks = Math.max(oks, Math.abs(alike - golden.tensor(name + "oks").floats()[at]));
                    compared++;
                }
            }
            assertHits(
                    name + "tp",
                    Thresholds.hits(
                            picture,
                            found,
                            (t, d) -> ReferenceSimilarity.overlap(t.box(), d.box())));
            assertHits(
                    name + "tp_p",
                    Thresholds.hits(
                            picture, found, (t, d) -> ReferenceSimilarity.keypoints(t, d, SIGMAS)));
        }
        assertThat(compared).isGreaterThan(100);
        assertThat(Golden.say("box overlaps", overlap)).isLessThan(1e-6);
        assertThat(Golden.say("keypoint similarities", oks)).isLessThan(1e-6);
    }

    private static void assertHits(String name, int[] hits) {
        ByteBuffer expected = golden.tensor(name).data();
        for (int d = 0; d < hits.length; d++) {
            for (int t = 0; t < Thresholds.COUNT; t++) {
                assertThat(hits[d] >> t & 1)
                        .as(name + " " + d + " " + t)
                        .isEqualTo(expected.get(expected.position() + d * Thresholds.COUNT + t));
            }
        }
    }

    @Test
    void curvesAndWhatIsReportedAreTheReferences() {
        Validation validation = Validation.of(PICTURES, SIGMAS);
        assertCurves("box", "B", validation.boxes());
        assertCurves("pose", "P", validation.keypoints());
    }

    private static void assertCurves(String name, String letter, Curves curves) {
        List<ClassCurves> classes = curves.classes();
        long[] indices = golden.tensor(name + ".ap_class_index").longs();
        double worst = 0;
        for (int c = 0; c < classes.size(); c++) {
            ClassCurves own = classes.get(c);
            assertThat(own.classIndex()).isEqualTo((int) indices[c]);
            worst = Math.max(worst, apart(own.averagePrecision(), name + ".ap", c));
            worst = Math.max(worst, apart(own.precision(), name + ".p_curve", c));
            worst = Math.max(worst, apart(own.recall(), name + ".r_curve", c));
            worst = Math.max(worst, apart(own.f1(), name + ".f1_curve", c));
            double[] at = {own.precision()[curves.best()]};
            worst = Math.max(worst, apart(at, name + ".p", c));
        }
        assertThat(classes).hasSize(indices.length);
        JsonNode said = Golden.json("k4v3/metrics");
        double[] own = {
            curves.precision(),
            curves.recall(),
            curves.map50(),
            curves.map(),
            curves.map75(),
            curves.f1()
        };
        String[] keys = {
            "metrics/precision(%s)".formatted(letter),
            "metrics/recall(%s)".formatted(letter),
            "metrics/mAP50(%s)".formatted(letter),
            "metrics/mAP50-95(%s)".formatted(letter),
            name + "_map75",
            name + "_f1_mean"
        };
        for (int i = 0; i < own.length; i++) {
            assertThat(own[i]).as(keys[i]).isCloseTo(said.get(keys[i]).doubleValue(), within(1e-9));
        }
        assertThat(Golden.say(name + " curves", worst)).isLessThan(1e-9);
    }

    private static double apart(double[] own, String tensor, int row) {
        double[] expected = golden.tensor(tensor).doubles();
        double worst = 0;
        for (int i = 0; i < own.length; i++) {
            worst = Math.max(worst, Math.abs(own[i] - expected[row * own.length + i]));
        }
        return worst;
    }
}
