package penumbra.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

class DirectionsTest {

    private static Weights weights() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        // Filters of length 5, 0 and 3.
        tensors.put(
                "a.conv.weight", Tensor.of(new float[] {3, 4, 0, 0, 0, 0, 1, -2, 2}, 3, 3, 1, 1));
        tensors.put("a.bn.weight", Tensor.of(new float[] {1, 1, 1}, 3));
        tensors.put("a.bn.running_mean", Tensor.of(new float[] {1, 1, 1}, 3));
        tensors.put("a.bn.num_batches_tracked", Tensor.of(7));
        tensors.put("22.dfl.conv.weight", Tensor.of(new float[] {0, 1}, 1, 2, 1, 1));
        tensors.put("b.weight", Tensor.of(new float[] {0.5f, 0.5f}, 2, 1, 1, 1));
        tensors.put("b.bias", Tensor.of(new float[] {9, 9}, 2));
        return new Weights(tensors, Map.of());
    }

    private static double norm(float[] values, int from, int to) {
        double sum = 0;
        for (float v : Arrays.copyOfRange(values, from, to)) {
            sum += (double) v * v;
        }
        return Math.sqrt(sum);
    }

    @Test
    void everyFilterIsAsLongAsThatOfTheWeightsAndAFilterOfZerosStaysZero() {
        Weights direction = Directions.random(weights(), 1, 0);
        float[] filters = direction.tensor("a.conv.weight").floats();
        assertThat(norm(filters, 0, 3)).isCloseTo(5, within(1e-6));
        assertThat(norm(filters, 3, 6)).isZero();
        assertThat(norm(filters, 6, 9)).isCloseTo(3, within(1e-6));
        assertThat(norm(direction.tensor("b.weight").floats(), 0, 1)).isCloseTo(0.5, within(1e-6));
        assertThat(direction.tensor("a.conv.weight").shape()).containsExactly(3, 3, 1, 1);
    }

    @Test
    void onlyKernelsMove() {
        assertThat(Directions.random(weights(), 1, 0).tensors())
                .containsOnlyKeys("a.conv.weight", "b.weight");
    }

    @Test
    void theSeedAloneDecidesAndTheTwoDirectionsDiffer() {
        assertThat(Directions.random(weights(), 1, 0))
                .isEqualTo(Directions.random(weights(), 1, 0));
        float[] first = Directions.random(weights(), 1, 0).tensor("a.conv.weight").floats();
        assertThat(Directions.random(weights(), 1, 1).tensor("a.conv.weight").floats())
                .isNotEqualTo(first);
        assertThat(Directions.random(weights(), 2, 0).tensor("a.conv.weight").floats())
                .isNotEqualTo(first);
    }

    @Test
    void theNumbersAreNormalAndTheDirectionsOfHighDimensionNearlyAtRightAngles() {
        float[] ones = new float[40_000];
        Arrays.fill(ones, 1);
        Weights large =
                new Weights(
                        new LinkedHashMap<>(Map.of("w", Tensor.of(ones, 1, 400, 100, 1))),
                        Map.of());
        float[] x = Directions.random(large, 5, 0).tensor("w").floats();
        float[] y = Directions.random(large, 5, 1).tensor("w").floats();
        double dot = 0;
        int within = 0;
        for (int i = 0; i < x.length; i++) {
            dot += (double) x[i] * y[i];
            within += Math.abs(x[i]) < 1 ? 1 : 0;
        }
        // Each of length 200; the cosine has a deviation of 1/200, the share one of 0.0023.
        assertThat(dot / 40_000).isCloseTo(0, within(0.02));
        assertThat(within / 40_000.0).isCloseTo(0.6827, within(0.01));
    }
}
