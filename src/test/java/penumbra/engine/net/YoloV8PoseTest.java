package penumbra.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

class YoloV8PoseTest {

    private static YoloV8Pose network(Scale scale, int classes, int keypoints, int dims) {
        return new YoloV8Pose(scale, new HeadLayout(classes, keypoints, dims));
    }

    /// Numbers in tensors that PyTorch counts as parameters.
    private static int parameters(Weights weights, Predicate<String> which) {
        return weights.tensors().entrySet().stream()
                .filter(e ->
                        !e.getKey().contains("running_") && !e.getKey().contains("num_batches"))
                .filter(e -> which.test(e.getKey()))
                .mapToInt(e -> e.getValue().size())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "N, 16, 4, 3, 3086196, 826660",
        "N, 16, 4, 2, 3085992, 826456",
        "N, 1, 17, 3, 3295470, 1035934",
    })
    void parametersCountAsTheReferencesDo(
            Scale scale, int classes, int keypoints, int dims, int all, int head) {
        Weights weights = InitialWeights.of(network(scale, classes, keypoints, dims), 0);

        assertThat(weights.tensors()).hasSize(397);
        assertThat(parameters(weights, _ -> true)).isEqualTo(all);
        assertThat(parameters(weights, name -> name.startsWith("model.22."))).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 464",
        "1, 4672",
        "2, 7360",
        "3, 18560",
        "4, 49664",
        "5, 73984",
        "6, 197632",
        "7, 295424",
        "8, 460288",
        "9, 164608",
        "12, 148224",
        "15, 37248",
        "16, 36992",
        "18, 123648",
        "19, 147712",
        "21, 493056",
    })
    void everyLayerHasTheReferencesParameters(int layer, int count) {
        Weights weights = InitialWeights.of(network(Scale.N, 16, 4, 3), 0);

        assertThat(parameters(weights, name -> name.startsWith("model." + layer + ".")))
                .isEqualTo(count);
    }

    @Test
    void foldingLeavesAsManyParametersAsTheReferencesFusedModel() {
        YoloV8Pose network = network(Scale.N, 16, 4, 3);
        Weights folded = FoldedWeights.of(network.graph(), InitialWeights.of(network, 0));

        // The reference counts the sixteen fixed bins, which evaluation has no use for.
        assertThat(parameters(folded, _ -> true) + 16).isEqualTo(3_080_900);
    }

    @Test
    void scaleSHasTwiceTheChannelsAndTheSameDepth() {
        Weights small = InitialWeights.of(network(Scale.S, 1, 17, 3), 0);

        assertThat(small.tensors()).hasSize(397);
        assertThat(small.tensor("model.0.conv.weight").shape()).containsExactly(32, 3, 3, 3);
        assertThat(small.tensor("model.9.cv2.conv.weight").shape())
                .containsExactly(512, 1024, 1, 1);
        assertThat(small.tensor("model.22.cv3.0.0.conv.weight").shape())
                .containsExactly(128, 128, 3, 3);
    }

    @Test
    void initialWeightsAreUniformWithinTheBoundOfTheirInputs() {
        Weights weights = InitialWeights.of(network(Scale.N, 16, 4, 3), 7);
        double bound = 1 / Math.sqrt(64 * 9);
        float[] values = weights.tensor("model.22.cv2.0.1.conv.weight").floats();

        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        // Of n uniform numbers the mean is off by bound / sqrt(3 n); five of these is never.
        assertThat(sum / values.length)
                .isCloseTo(0, within(5 * bound / Math.sqrt(3.0 * values.length)));
        assertThat(squares / values.length)
                .isCloseTo(bound * bound / 3, within(0.02 * bound * bound));
        assertThat(largest).isBetween(0.999 * bound, bound);
        float[] biases = weights.tensor("model.22.cv4.1.2.bias").floats();
        assertThat(biases).hasSize(12).doesNotHaveDuplicates();
        for (float bias : biases) {
            assertThat(Math.abs(bias)).isLessThan(0.25f);
        }
    }

    @Test
    void headBiasesExpectWideBoxesAndFewObjects() {
        Weights weights = InitialWeights.of(network(Scale.N, 16, 4, 3), 0);

        Map<Integer, Double> scores = Map.of(0, -9.927204, 1, -8.540909, 2, -7.154615);
        scores.forEach((level, expected) -> {
            assertThat(weights.tensor("model.22.cv2." + level + ".2.bias").floats())
                    .hasSize(64)
                    .containsOnly(1f);
            float[] biases = weights.tensor("model.22.cv3." + level + ".2.bias").floats();
            assertThat(biases).hasSize(16);
            assertThat(biases[15]).isCloseTo(expected.floatValue(), within(1e-6f));
        });
        assertThat(weights.tensor("model.22.dfl.conv.weight").floats())
                .hasSize(16)
                .endsWith(14f, 15f);
    }

    @Test
    void oneSeedGivesOneSetOfWeights() {
        YoloV8Pose network = network(Scale.N, 2, 4, 2);
        assertThat(InitialWeights.of(network, 3)).isEqualTo(InitialWeights.of(network, 3));
        assertThat(InitialWeights.of(network, 4)).isNotEqualTo(InitialWeights.of(network, 3));
    }

    @Test
    void numberOfBatchesStartsAtZero() {
        Tensor count =
                InitialWeights.of(network(Scale.N, 2, 4, 2), 0)
                        .tensor("model.0.bn.num_batches_tracked");
        assertThat(count.longs()).containsExactly(0);
        assertThat(count.shape()).isEmpty();
    }
}
