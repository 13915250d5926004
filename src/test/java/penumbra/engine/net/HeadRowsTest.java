package penumbra.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.weights.Transfer;
import penumbra.engine.weights.Weights;

class HeadRowsTest {

    private static Weights weights(int seed, HeadLayout head, String names, String points) {
        return InitialWeights.of(new YoloV8Pose(Scale.N, head), seed)
                .withMetadata(
                        Map.of(
                                "names",
                                names,
                                "kpt_names",
                                points,
                                "kpt_shape",
                                "[" + head.keypoints() + ", " + head.dims() + "]"));
    }

    private static final Weights SOURCE =
            weights(
                    1,
                    new HeadLayout(3, 4, 3),
                    "{\"0\":\"B1\",\"1\":\"B3\",\"2\":\"R1\"}",
                    "[\"TL\",\"BL\",\"BR\",\"TR\"]");

    private static float[] row(Weights weights, String tensor, int row) {
        float[] all = weights.tensor(tensor).floats();
        int length = all.length / weights.tensor(tensor).shape().getFirst();
        return Arrays.copyOfRange(all, row * length, (row + 1) * length);
    }

    @Test
    void classesGoByNameAndPlacesByKeypointWithoutTheirVisibility() {
        Weights own =
                weights(
                        2,
                        new HeadLayout(4, 4, 2),
                        "{\"0\":\"R1\",\"1\":\"N1\",\"2\":\"B1\",\"3\":\"R5\"}",
                        "[\"TL\",\"TR\",\"BR\",\"BL\"]");

        HeadRows rows = HeadRows.between(SOURCE, own).orElseThrow();
        assertThat(rows.classes()).containsExactly(2, -1, 0, -1);
        assertThat(rows.keypoints()).containsExactly(0, 1, 9, 10, 6, 7, 3, 4);
        assertThat(rows.of("model.22.cv3.1.1.conv.weight")).isEmpty();

        Weights taken = Transfer.of(SOURCE, own, rows::of).weights();
        for (String last : new String[] {"model.22.cv3.2.2.weight", "model.22.cv3.0.2.bias"}) {
            assertThat(row(taken, last, 0)).isEqualTo(row(SOURCE, last, 2));
            assertThat(row(taken, last, 1)).isEqualTo(row(own, last, 1));
            assertThat(row(taken, last, 2)).isEqualTo(row(SOURCE, last, 0));
        }
        String places = "model.22.cv4.0.2.weight";
        assertThat(row(taken, places, 3)).isEqualTo(row(SOURCE, places, 10));
        String before = "model.22.cv4.0.0.conv.weight";
        assertThat(taken.tensor(before).floats()).isEqualTo(SOURCE.tensor(before).floats());
    }

    @Test
    void keypointsOfOtherNamesGoByTheirOrderAndClassesOfOtherNamesStay() {
        Weights own =
                weights(2, new HeadLayout(1, 4, 3), "{0: 'armor'}", "[\"1\",\"2\",\"3\",\"4\"]");

        Transfer transfer =
                Transfer.of(SOURCE, own, HeadRows.between(SOURCE, own).orElseThrow()::of);

        String places = "model.22.cv4.1.2.bias";
        assertThat(transfer.weights().tensor(places).floats())
                .isEqualTo(SOURCE.tensor(places).floats());
        assertThat(transfer.kept())
                .containsExactlyInAnyOrder(
                        "model.22.cv3.0.2.weight",
                        "model.22.cv3.0.2.bias",
                        "model.22.cv3.1.2.weight",
                        "model.22.cv3.1.2.bias",
                        "model.22.cv3.2.2.weight",
                        "model.22.cv3.2.2.bias");
    }

    @Test
    void anotherNumberOfKeypointsTakesNoneOfThem() {
        Weights own = weights(2, new HeadLayout(3, 5, 3), "{}", "[]");

        assertThat(HeadRows.between(SOURCE, own).orElseThrow().keypoints())
                .hasSize(15)
                .containsOnly(-1);
    }
}
