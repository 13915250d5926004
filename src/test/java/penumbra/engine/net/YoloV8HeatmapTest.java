package penumbra.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.engine.heatmap.MapOutput;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Transfer;
import penumbra.engine.weights.Weights;

class YoloV8HeatmapTest {

    private static YoloV8Heatmap network(KeypointForm form, int classes, int stride) {
        return new YoloV8Heatmap(Scale.N, new HeatmapLayout(form, classes, 4, stride));
    }

    private static final YoloV8Pose POSE = new YoloV8Pose(Scale.N, new HeadLayout(16, 4, 3));
    private static final AnchorGrid SIZE = new AnchorGrid(640, 640);

    /// The reference's counts of layers 0 to 15, and the head by hand: 64 x 64 x 9 + 128, thrice 64
    /// x 32 x 9 + 64, and 33 numbers for each of the maps.
    @ParameterizedTest
    @CsvSource({"CENTERNET, 16, 34", "ADALOSS, 16, 32", "ADAANCHOR, 2, 34"})
    void parametersAreThoseOfTheTrunkAndOfAHeadCountedByHand(
            KeypointForm form, int classes, int maps) {
        int trunk =
                464 + 4672 + 7360 + 18560 + 49664 + 73984 + 197632 + 295424 + 460288 + 164608
                        + 148224 + 37248;
        int head = 64 * 64 * 9 + 128 + 3 * (64 * 32 * 9 + 64) + 33 * maps;
        YoloV8Heatmap network = network(form, classes, 4);

        assertThat(network.layout().channels()).isEqualTo(maps);
        assertThat(NetworkCost.of(network, SIZE).parameters()).isEqualTo(trunk + head);
        assertThat(NetworkCost.ofHead(network, SIZE).parameters()).isEqualTo(head);
        assertThat(
                        InitialWeights.of(network, 0).tensors().entrySet().stream()
                                .filter(e -> !e.getKey().contains("running_"))
                                .filter(e -> !e.getKey().contains("num_batches"))
                                .mapToInt(e -> e.getValue().size())
                                .sum())
                .isEqualTo(trunk + head);
    }

    @Test
    void theOtherHeadCountsAsTheReferenceSays() {
        assertThat(NetworkCost.of(POSE, SIZE).parameters()).isEqualTo(3_086_196);
        assertThat(NetworkCost.ofHead(POSE, SIZE).parameters()).isEqualTo(826_660);
    }

    @Test
    void multiplyAddsAreCountedByCells() {
        YoloV8Heatmap fine = network(KeypointForm.CENTERNET, 16, 4);
        long head = (64 * 64 * 9 + 3 * 64 * 32 * 9 + 32 * 34) * 160L * 160;

        assertThat(NetworkCost.ofHead(fine, SIZE).multiplyAdds()).isEqualTo(head);
        assertThat(NetworkCost.ofHead(network(KeypointForm.CENTERNET, 16, 8), SIZE).multiplyAdds())
                .isEqualTo(head / 4);
        // Beside the other head, of whole networks: 4.44 and 4.17 thousand million.
        assertThat(NetworkCost.of(fine, SIZE).multiplyAdds()).isEqualTo(4_436_787_200L);
        assertThat(NetworkCost.of(POSE, SIZE).multiplyAdds()).isEqualTo(4_173_081_600L);
    }

    @ParameterizedTest
    @EnumSource(KeypointForm.class)
    void weightsSayWhichNetworkTheyBelongTo(KeypointForm form) {
        for (int stride : new int[] {4, 8}) {
            for (int classes : new int[] {1, 16}) {
                YoloV8Heatmap network = network(form, classes, stride);
                Weights weights = InitialWeights.of(network, 0);

                assertThat(Architecture.of(weights)).contains(network);
            }
        }
        assertThat(Architecture.of(InitialWeights.of(POSE, 0))).contains(POSE);
        assertThat(YoloV8Heatmap.of(InitialWeights.of(POSE, 0))).isEmpty();
    }

    @Test
    void backboneAndNeckAreTakenFromAPoseNetwork() {
        Weights pose = InitialWeights.of(POSE, 1);
        YoloV8Heatmap network = network(KeypointForm.CENTERNET, 16, 4);

        Transfer transfer = Transfer.of(pose, InitialWeights.of(network, 2), _ -> Optional.empty());

        assertThat(transfer.kept()).isNotEmpty().allMatch(name -> name.startsWith("heat."));
        assertThat(transfer.taken()).allMatch(name -> name.startsWith("model."));
    }

    @Test
    void logitsStartAtATenthAndHeightsAtZero() throws Exception {
        for (KeypointForm form : KeypointForm.values()) {
            Weights weights = InitialWeights.of(network(form, 3, 4), 0);
            assertThat(weights.tensor("heat.centre.1.bias").floats()).containsOnly(-2.19f);
            float[] keypoints = weights.tensor("heat.keypoint.1.bias").floats();
            float first = form == KeypointForm.ADALOSS ? 0 : -2.19f;
            assertThat(Arrays.copyOf(keypoints, 4)).containsOnly(first);
            if (keypoints.length > 4) {
                assertThat(Arrays.copyOfRange(keypoints, 4, keypoints.length)).containsOnly(0);
            }
        }
    }

    @Test
    void aNetworkGivesMapsOfItsStrideInBothOrders() throws Exception {
        AnchorGrid size = new AnchorGrid(64, 96);
        float[] pixels = new float[2 * 3 * 64 * 96];
        try (Torch torch = Torch.open(1)) {
            for (int stride : new int[] {4, 8}) {
                YoloV8Heatmap architecture = network(KeypointForm.ADAANCHOR, 3, stride);
                Weights weights = InitialWeights.of(architecture, 0);
                try (Network plain =
                                new Network(torch, architecture, weights, Execution.REFERENCE);
                        Network fast =
                                new Network(
                                        torch,
                                        architecture,
                                        FoldedWeights.of(architecture.graph(), weights),
                                        Execution.FAST)) {
                    MapOutput maps = (MapOutput) plain.evaluate(pixels, size);
                    float[] folded = fast.evaluate(pixels, size).values();

                    assertThat(maps.values()).hasSize(2 * 35 * (64 / stride) * (96 / stride));
                    for (int i = 0; i < folded.length; i++) {
                        assertThat(folded[i]).isCloseTo(maps.values()[i], within(1e-4f));
                    }
                }
            }
        }
    }
}
