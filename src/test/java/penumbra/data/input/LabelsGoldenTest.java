package penumbra.data.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.engine.Golden;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// Labels through the operations of training against those of the reference; its numbers are single
/// precision up to 640, so that they have steps of 6e-5 px.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelsGoldenTest {

    private static final Size SIZE = new Size(640, 480);
    private static final double STEPS = 3 * 0x1p-14;

    private Weights golden;

    @BeforeAll
    void open() throws Exception {
        golden = Golden.tensors("pipeline/pipeline");
    }

    /// Corners and keypoints; the class is the row's number.
    private List<InputLabel> labels(String boxes, String points) {
        float[] b = golden.tensor(boxes).floats();
        float[] k = golden.tensor(points).floats();
        List<InputLabel> labels = new ArrayList<>();
        for (int i = 0; i < b.length / 4; i++) {
            List<Keypoint> keypoints = new ArrayList<>();
            for (int j = i * 12; j < (i + 1) * 12; j += 3) {
                keypoints.add(
                        new Keypoint(
                                new Point(k[j], k[j + 1]),
                                Visibility.ofCode(k[j + 2]).orElseThrow()));
            }
            double x = b[4 * i];
            double y = b[4 * i + 1];
            labels.add(
                    new InputLabel(
                            i, new Box(x, y, b[4 * i + 2] - x, b[4 * i + 3] - y), keypoints));
        }
        return labels;
    }

    private static double[] numbers(Box box) {
        return new double[] {box.x(), box.y(), box.right(), box.bottom()};
    }

    private static double worst(InputLabel actual, double[] corners, List<Keypoint> keypoints) {
        double worst = 0;
        for (int i = 0; i < 4; i++) {
            worst = Math.max(worst, Math.abs(numbers(actual.box())[i] - corners[i]));
        }
        for (int k = 0; k < keypoints.size(); k++) {
            Keypoint expected = keypoints.get(k);
            Keypoint carried = actual.keypoints().get(k);
            assertThat(carried.visibility()).isEqualTo(expected.visibility());
            worst = Math.max(worst, carried.at().distance(expected.at()));
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(strings = {"affine0", "affine1", "affine2"})
    void warpedLabelsAreTheReferencesAndTheSameOnesAreKept(String name) {
        PlaneWarp warp =
                new PlaneWarp(
                        Arrays.stream(golden.tensor(name + ".M").doubles()).boxed().toList(),
                        SIZE,
                        golden.tensor(name + ".scale").doubles()[0]);
        List<InputLabel> expected = labels(name + ".out.boxes_xyxy", name + ".out.kpts");
        float[] kept = golden.tensor(name + ".out.kept_index(cls)").floats();

        List<InputLabel> carried =
                labels(name + ".in.boxes", name + ".in.kpts").stream()
                        .map(warp::apply)
                        .flatMap(Optional::stream)
                        .toList();

        assertThat(carried).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < carried.size(); i++) {
            assertThat(carried.get(i).classIndex()).isEqualTo((int) kept[i]);
            InputLabel row = expected.get(i);
            worst = Math.max(worst, worst(carried.get(i), numbers(row.box()), row.keypoints()));
        }
        assertThat(Golden.say(name + " labels, px", worst)).isLessThan(STEPS);
    }

    @ParameterizedTest
    @EnumSource(Mirror.class)
    void mirroredLabelsAreTheReferences(Mirror mirror) {
        String name = mirror == Mirror.LEFT_RIGHT ? "flip.horizontal" : "flip.vertical";
        float[] centred = golden.tensor(name + ".boxes_xywh").floats();
        List<InputLabel> expected = labels("flip.in.boxes_xyxy", name + ".kpts");
        List<InputLabel> before = labels("flip.in.boxes_xyxy", "flip.in.kpts");
        double worst = 0;

        for (int i = 0; i < before.size(); i++) {
            InputLabel mirrored = mirror.apply(before.get(i), List.of(3, 2, 1, 0), SIZE);
            double[] corners = {
                centred[4 * i] - centred[4 * i + 2] / 2,
                centred[4 * i + 1] - centred[4 * i + 3] / 2,
                centred[4 * i] + centred[4 * i + 2] / 2,
                centred[4 * i + 1] + centred[4 * i + 3] / 2
            };
            worst = Math.max(worst, worst(mirrored, corners, expected.get(i).keypoints()));
        }
        assertThat(before).hasSize(6);
        assertThat(Golden.say(name + ", px", worst)).isLessThan(STEPS);
    }
}
