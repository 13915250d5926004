package penumbra.engine.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.engine.Golden;
import penumbra.engine.GoldenCase;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

class HeadGoldenTest {

    @Test
    void anchorsLieWhereTheReferencesLie() throws Exception {
        Weights outputs = Golden.tensors("k4v3/outputs");
        float[] cells = outputs.tensor("anchors_cells").floats();
        float[] strides = outputs.tensor("strides").floats();
        Anchors anchors = GoldenCase.GRID.anchors();

        assertThat(anchors.size()).isEqualTo(1680);
        for (int a = 0; a < anchors.size(); a++) {
            assertThat(anchors.x()[a]).isEqualTo(cells[2 * a]);
            assertThat(anchors.y()[a]).isEqualTo(cells[2 * a + 1]);
            assertThat(anchors.stride()[a]).isEqualTo((int) strides[a]);
        }
    }

    @Test
    void rawOutputsDecodeToTheReferencesBoxesScoresAndPoints() throws Exception {
        float[] expected = Golden.tensors("k4v3/outputs").tensor("eval.decoded").floats();
        Decoded decoded = Decoder.decode(GoldenCase.outputs("eval"));

        assertThat(Golden.deviation("decoded", expected, decoded.values()))
                .isLessThan(Golden.FORWARD);
    }

    @Test
    void aFloorLeavesOutOnlyWhatSuppressionWouldNotTake() throws Exception {
        RawOutput raw = GoldenCase.outputs("eval");
        for (Suppression s : List.of(Suppression.PREDICTION, Suppression.VALIDATION)) {
            assertThat(s.detections(Decoder.decode(raw, s.confidence()), 0))
                    .isNotEmpty()
                    .isEqualTo(s.detections(Decoder.decode(raw), 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "model, val, 0.001, 0.7, true",
        "model, predict, 0.25, 0.7, false",
        "model, iou45, 0.10, 0.45, true",
        "synthetic, val, 0.001, 0.7, true",
        "synthetic, predict, 0.25, 0.7, false",
        "synthetic, iou45, 0.10, 0.45, true",
    })
    void suppressionKeepsWhatTheReferenceKeeps(
            String input, String settings, double confidence, double overlap, boolean multiLabel)
            throws Exception {
        Weights nms = Golden.tensors("k4v3/nms");
        Tensor in =
                input.equals("model")
                        ? Golden.tensors("k4v3/outputs").tensor("eval.decoded")
                        : nms.tensor("synthetic.in");
        Decoded decoded = new Decoded(GoldenCase.LAYOUT, 2, in.shape().get(2), in.floats());
        Suppression suppression = new Suppression(confidence, overlap, multiLabel, 300);

        for (int picture = 0; picture < 2; picture++) {
            Tensor out = nms.tensor(input + "." + settings + ".out" + picture);
            float[] expected = out.floats();
            List<Detection> kept = suppression.detections(decoded, picture);
            assertThat(kept).hasSize(out.shape().get(0));
            float[] actual = new float[expected.length];
            for (int i = 0; i < kept.size(); i++) {
                write(kept.get(i), actual, i * 18);
            }
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void write(Detection detection, float[] rows, int at) {
        rows[at] = (float) detection.box().x();
        rows[at + 1] = (float) detection.box().y();
        rows[at + 2] = (float) detection.box().right();
        rows[at + 3] = (float) detection.box().bottom();
        rows[at + 4] = (float) detection.score();
        rows[at + 5] = detection.classIndex();
        for (int k = 0; k < 4; k++) {
            Detection.PredictedPoint point = detection.keypoints().get(k);
            rows[at + 6 + 3 * k] = (float) point.at().x();
            rows[at + 7 + 3 * k] = (float) point.at().y();
            rows[at + 8 + 3 * k] = (float) point.visibility();
        }
    }
}
