package penumbra.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import penumbra.engine.Golden;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.RawOutput;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import tools.jackson.databind.JsonNode;

/// Forward passes against those of a reference run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkGoldenTest {

    private static final YoloV8Pose K4V3 = new YoloV8Pose(Scale.N, new HeadLayout(16, 4, 3));
    private static final AnchorGrid GRID = new AnchorGrid(256, 320);

    private Torch torch;
    private Weights weights;
    private float[] pixels;
    private Weights outputs;

    @BeforeAll
    void open() throws Exception {
        weights = Golden.tensors("k4v3/weights");
        pixels = Golden.tensors("k4v3/input").tensor("images").floats();
        outputs = Golden.tensors("k4v3/outputs");
        torch = Torch.open(1);
    }

    @AfterAll
    void close() {
        if (torch != null) {
            torch.close();
        }
    }

    /// The maps of one level and the keypoints as one output, as the reference tells them apart.
    private double worst(String mode, RawOutput output) {
        int anchors = GRID.size();
        double worst = 0;
        float[][] maps = new float[3][];
        for (int level = 0; level < 3; level++) {
            int first = GRID.first(level);
            int cells = GRID.first(level + 1) - first;
            float[] map = new float[2 * 80 * cells];
            for (int row = 0; row < 2 * 80; row++) {
                int offset = output.offset(row / 80, row % 80) + first;
                System.arraycopy(output.values(), offset, map, row * cells, cells);
            }
            maps[level] = map;
            String name = mode + ".p" + (level + 3);
            worst = Math.max(worst, Golden.deviation(name, outputs.tensor(name).floats(), map));
        }
        float[] keypoints = new float[2 * 12 * anchors];
        for (int row = 0; row < 2 * 12; row++) {
            int offset = output.offset(row / 12, 80 + row % 12);
            System.arraycopy(output.values(), offset, keypoints, row * anchors, anchors);
        }
        String name = mode + ".kpts";
        return Math.max(worst, Golden.deviation(name, outputs.tensor(name).floats(), keypoints));
    }

    @Test
    void evaluationGivesTheReferencesHeadOutputs() {
        try (Network network = new Network(torch, K4V3, weights, Execution.REFERENCE)) {
            assertThat(worst("eval", (RawOutput) network.evaluate(pixels, GRID)))
                    .isLessThan(Golden.FORWARD);
        }
    }

    @Test
    void foldedNormalisationGivesTheSameOutputs() {
        Weights folded = FoldedWeights.of(K4V3.graph(), weights);
        try (Network network = new Network(torch, K4V3, folded, Execution.REFERENCE)) {
            assertThat(worst("eval", (RawOutput) network.evaluate(pixels, GRID)))
                    .isLessThan(Golden.FORWARD);
        }
    }

    @Test
    void trainingGivesTheReferencesOutputsAndMovesTheRunningStatistics() throws Exception {
        Weights expected = Golden.tensors("k4v3/bn_after_one_train_forward");
        try (Network network = new Network(torch, K4V3, weights, Execution.REFERENCE);
                NDManager scope = torch.scope()) {
            NDArray output = network.train(network.pictures(scope, pixels, GRID)).output();
            assertThat(worst("train", (RawOutput) network.read(output, GRID)))
                    .isLessThan(Golden.FORWARD);

            Weights after = network.weights();
            double worst = 0;
            for (String name : expected.tensors().keySet()) {
                Tensor statistics = expected.tensor(name);
                if (statistics.shape().isEmpty()) {
                    assertThat(after.tensor(name).longs()).as(name).isEqualTo(statistics.longs());
                } else {
                    float[] a = statistics.floats();
                    float[] b = after.tensor(name).floats();
                    double scale = 0;
                    double difference = 0;
                    for (int i = 0; i < a.length; i++) {
                        scale = Math.max(scale, Math.abs(a[i]));
                        difference = Math.max(difference, Math.abs(a[i] - b[i]));
                    }
                    worst = Math.max(worst, difference / scale);
                }
            }
            assertThat(expected.tensors()).hasSize(189);
            assertThat(Golden.say("running statistics", worst)).isLessThan(Golden.FORWARD);
        }
    }

    @Test
    void everyLayerGivesTheReferencesStatistics() {
        JsonNode stats = Golden.json("k4v3/layers_eval_stats");
        double worst = 0;
        try (Network network = new Network(torch, K4V3, weights, Execution.REFERENCE);
                NDManager scope = torch.scope()) {
            List<Integer> layers = network.graph().layers();
            NDArray[] values =
                    network.run(network.pictures(scope, pixels, GRID), new HashSet<>(layers));
            for (int i = 0; i < layers.size(); i++) {
                JsonNode expected = stats.get(String.valueOf(i));
                NDArray value = values[layers.get(i)];
                float[] numbers = value.toFloatArray();
                long[] shape = value.getShape().getShape();
                for (int axis = 0; axis < 4; axis++) {
                    assertThat(shape[axis]).isEqualTo(expected.get("shape").get(axis).asLong());
                }
                double mean = 0;
                double largest = 0;
                for (float number : numbers) {
                    mean += number / (double) numbers.length;
                    largest = Math.max(largest, Math.abs(number));
                }
                double scale = expected.get("absmax").doubleValue();
                worst = Math.max(worst, Math.abs(largest - scale) / scale);
                worst =
                        Math.max(
                                worst, Math.abs(mean - expected.get("mean").doubleValue()) / scale);
                for (int j = 0; j < 8; j++) {
                    double first = expected.get("first8").get(j).doubleValue();
                    worst = Math.max(worst, Math.abs(numbers[j] - first) / scale);
                }
            }
            assertThat(layers).hasSize(22);
        }
        assertThat(Golden.say("layers", worst)).isLessThan(Golden.FORWARD);
    }

    @Test
    void weightsComeBackAsTheyWentIn() {
        try (Network network = new Network(torch, K4V3, weights, Execution.REFERENCE)) {
            assertThat(network.weights().tensors()).containsExactlyEntriesOf(weights.tensors());
            assertThat(network.trainable()).hasSize(207);
        }
    }

    @Test
    void channelsLastDiffersByTheRoundingOfItsSums() throws Exception {
        try (Network planar = new Network(torch, K4V3, weights, Execution.REFERENCE);
                Network last = new Network(torch, K4V3, weights, Execution.FAST);
                NDManager scope = torch.scope()) {
            assertThat(worst("eval", (RawOutput) last.evaluate(pixels, GRID)))
                    .isLessThan(Golden.FORWARD);
            float[] expected =
                    planar.train(planar.pictures(scope, pixels, GRID)).output().toFloatArray();
            float[] actual = last.train(last.pictures(scope, pixels, GRID)).output().toFloatArray();
            int summed = 2 * 128 * 160;
            assertThat(Golden.deviation("channels last, training", expected, actual))
                    .isLessThan(summed * 0x1p-24);
        }
    }

    /// Weights rounded to eight bits of mantissa in single-precision arithmetic are the measure:
    /// values are rounded as weights are, once per layer.
    @Test
    void brainFloatsAreOffByWhatRoundingOfWeightsAndValuesMakes() {
        SequencedMap<String, Tensor> rounded = new LinkedHashMap<>();
        FoldedWeights.of(K4V3.graph(), weights)
                .tensors()
                .forEach((name, tensor) -> rounded.put(name, rounded(tensor)));
        Weights folded = FoldedWeights.of(K4V3.graph(), weights);
        try (Network single = new Network(torch, K4V3, folded, Execution.REFERENCE);
                Network coarse =
                        new Network(
                                torch, K4V3, new Weights(rounded, Map.of()), Execution.REFERENCE);
                Network brain = new Network(torch, K4V3, folded, Execution.BRAIN);
                Network unfolded = new Network(torch, K4V3, weights, Execution.BRAIN)) {
            float[] expected = single.evaluate(pixels, GRID).values();
            double byWeights = distance(expected, coarse.evaluate(pixels, GRID).values());
            Golden.say("rounded weights, rms", byWeights);
            for (Network network : List.of(brain, unfolded)) {
                double all = distance(expected, network.evaluate(pixels, GRID).values());
                assertThat(Golden.say("bf16, rms", all)).isBetween(byWeights / 3, 3 * byWeights);
            }
        }
    }

    private static Tensor rounded(Tensor tensor) {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
            int bits = Float.floatToIntBits(values[i]);
            values[i] = Float.intBitsToFloat((bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF0000);
        }
        return Tensor.of(values, tensor.shape().toArray(Integer[]::new));
    }

    private static double distance(float[] expected, float[] actual) {
        double scale = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            scale += (double) expected[i] * expected[i];
            squares += Math.pow(expected[i] - actual[i], 2);
        }
        return Math.sqrt(squares / scale);
    }
}
