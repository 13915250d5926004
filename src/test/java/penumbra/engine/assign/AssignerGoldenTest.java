package penumbra.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.engine.Golden;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Box;

class AssignerGoldenTest {

    private static final int PICTURES = 3;
    private static final int OBJECTS = 6;
    private static final int CLASSES = 16;

    @Test
    void randomPicturesAreAssignedAsTheReferenceAssignsThem() throws Exception {
        Weights tal = Golden.tensors("k4v3/tal");
        float[] scores = tal.tensor("in.pd_scores").floats();
        float[] boxes = tal.tensor("in.pd_bboxes").floats();
        float[] labels = tal.tensor("in.gt_labels").floats();
        float[] truths = tal.tensor("in.gt_bboxes").floats();
        float[] mask = tal.tensor("in.mask_gt").floats();
        long[] foreground = tal.tensor("out.fg_mask").longs();
        long[] object = tal.tensor("out.target_gt_idx").longs();
        float[] targetScores = tal.tensor("out.target_scores").floats();
        AnchorGrid grid = new AnchorGrid(128, 160);
        int count = grid.size();
        float[] actual = new float[targetScores.length];
        int positives = 0;

        for (int b = 0; b < PICTURES; b++) {
            List<InputLabel> objects = new ArrayList<>();
            for (int g = b * OBJECTS; g < (b + 1) * OBJECTS && mask[g] > 0; g++) {
                float[] t = Arrays.copyOfRange(truths, 4 * g, 4 * g + 4);
                objects.add(
                        new InputLabel(
                                (int) labels[g],
                                new Box(t[0], t[1], (double) t[2] - t[0], (double) t[3] - t[1]),
                                List.of()));
            }
            int first = b * count;
            Assignment assignment =
                    TaskAlignedAssigner.STOCK.assign(
                            new Predictions(
                                    grid,
                                    a ->
                                            Arrays.copyOfRange(
                                                    boxes, 4 * (first + a), 4 * (first + a) + 4),
                                    (a, c) -> scores[(first + a) * CLASSES + c],
                                    _ -> List.of()),
                            objects);
            for (int a = 0; a < count; a++) {
                boolean found = assignment.object()[a] != Assignment.NONE;
                assertThat(found)
                        .as("picture %d anchor %d", b, a)
                        .isEqualTo(foreground[first + a] != 0);
                if (found) {
                    positives++;
                    int g = assignment.object()[a];
                    assertThat(g).isEqualTo((int) object[first + a]);
                    actual[(first + a) * CLASSES + objects.get(g).classIndex()] =
                            assignment.weight()[a];
                }
            }
        }

        assertThat(positives).isGreaterThan(50);
        assertThat(Golden.deviation("assigner, target scores", targetScores, actual))
                .isLessThan(1e-6);
    }
}
