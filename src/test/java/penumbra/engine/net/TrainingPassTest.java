package penumbra.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.engine.Golden;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// A small network with every operation, its derivatives beside those that libtorch finds itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingPassTest {

    private static final int BATCH = 2;
    private static final int ROWS = 16;
    private static final int COLUMNS = 24;

    /// Values that several operations read, halves, sums, maxima, enlarged ones; two levels of two
    /// outputs each.
    private static final Graph GRAPH = graph();

    private final Random random = new Random(3);
    private final float[] pixels = numbers(BATCH * 3 * ROWS * COLUMNS, 0, 1);
    private final Weights weights = weights();
    private Torch torch;

    private static Graph graph() {
        GraphBuilder net = new GraphBuilder();
        int fine = net.c2f("a", net.conv("b", 0, 8, 3, 2), 8, 2, true);
        int coarse = net.sppf("c", net.conv("d", fine, 16, 3, 2), 16);
        int both = net.conv("e", net.concat(List.of(net.upsample(coarse), fine)), 8, 1, 1);
        List<List<Integer>> outputs =
                List.of(
                        List.of(net.tower("f", both, 4, 3), net.tower("g", both, 4, 2)),
                        List.of(net.tower("h", coarse, 4, 3), net.tower("i", coarse, 4, 2)));
        return new Graph(net.ops(), List.of(), outputs);
    }

    @BeforeAll
    void open() throws Exception {
        torch = Torch.open(1);
    }

    @AfterAll
    void close() {
        torch.close();
    }

    private float[] numbers(int count, double least, double most) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (least + (most - least) * random.nextDouble());
        }
        return numbers;
    }

    private Weights weights() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        for (Op op : GRAPH.ops()) {
            switch (op) {
                case Op.Conv(String name, _, int in, int out, int k, _) -> {
                    float[] weight = numbers(out * in * k * k, -0.4, 0.4);
                    tensors.put(name + ".conv.weight", Tensor.of(weight, out, in, k, k));
                    tensors.put(name + ".bn.weight", Tensor.of(numbers(out, 0.5, 1.5), out));
                    tensors.put(name + ".bn.bias", Tensor.of(numbers(out, -0.5, 0.5), out));
                    tensors.put(name + ".bn.running_mean", Tensor.of(new float[out], out));
                    tensors.put(name + ".bn.running_var", Tensor.of(new float[out], out));
                }
                case Op.Project(String name, _, int in, int out) -> {
                    float[] weight = numbers(out * in, -0.4, 0.4);
                    tensors.put(name + ".weight", Tensor.of(weight, out, in, 1, 1));
                    tensors.put(name + ".bias", Tensor.of(numbers(out, -0.5, 0.5), out));
                }
                default -> {}
            }
        }
        return new Weights(tensors, Map.of());
    }

    /// What one pass gives.
    ///
    /// @param gradients by name of the parameter
    /// @param open tensors in the scope of the pictures after it
    private record Passed(float[] output, SequencedMap<String, float[]> gradients, int open) {}

    private Passed pass(Weights weights, Execution execution) {
        Kernels kernels = new Kernels(torch, execution);
        try (NDManager own = torch.scope();
                NDManager scope = torch.scope()) {
            Parameters parameters = new Parameters(own, kernels, weights);
            NDArray pictures = kernels.own(scope, pixels, BATCH, 3, ROWS, COLUMNS);
            TrainingPass pass = new TrainingPass(GRAPH, parameters, kernels, pictures);
            float[] output = pass.output().toFloatArray();
            pass.backward(slopes(output.length));
            SequencedMap<String, float[]> gradients = new LinkedHashMap<>();
            parameters
                    .trainable()
                    .forEach((name, p) -> gradients.put(name, p.gradient().toFloatArray()));
            return new Passed(output, gradients, scope.getManagedArrays().size());
        }
    }

    /// Of the loss by the output.
    private static float[] slopes(int count) {
        Random random = new Random(4);
        float[] slopes = new float[count];
        for (int i = 0; i < count; i++) {
            slopes[i] = (float) random.nextGaussian();
        }
        return slopes;
    }

    /// The same by DJL's operations, through which libtorch differentiates by itself.
    private Passed byLibtorch() {
        try (NDManager scope = torch.scope()) {
            JniUtils.setGradMode(true);
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            weights.tensors()
                    .forEach((name, tensor) -> {
                        long[] shape =
                                tensor.shape().stream().mapToLong(Integer::longValue).toArray();
                        NDArray array = scope.create(tensor.floats(), new Shape(shape));
                        array.setRequiresGradient(!name.contains(".running_"));
                        tensors.put(name, array);
                    });
            List<NDArray> values = new ArrayList<>();
            values.add(scope.create(pixels, new Shape(BATCH, 3, ROWS, COLUMNS)));
            GRAPH.ops().forEach(op -> values.addAll(byLibtorch(op, values, tensors)));
            NDList levels = new NDList();
            for (List<Integer> level : GRAPH.outputs()) {
                NDList maps = new NDList(level.stream().map(values::get).toList());
                levels.add(NDArrays.concat(maps, 1).reshape(BATCH, 5, -1));
            }
            NDArray output = NDArrays.concat(levels, 2);
            NDArray slopes = scope.create(slopes((int) output.size()), output.getShape());
            JniUtils.backward((PtNDArray) output, (PtNDArray) slopes, false, false);
            SequencedMap<String, float[]> gradients = new LinkedHashMap<>();
            tensors.forEach((name, tensor) -> {
                if (!name.contains(".running_")) {
                    gradients.put(name, tensor.getGradient().toFloatArray());
                }
            });
            return new Passed(output.toFloatArray(), gradients, 0);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static List<NDArray> byLibtorch(
            Op op, List<NDArray> values, Map<String, NDArray> tensors) {
        NDArray x = values.get(op.inputs().getFirst());
        return switch (op) {
            case Op.Conv(String name, _, _, _, int k, int stride) -> {
                NDArray y =
                        Conv2d.conv2d(
                                        x,
                                        tensors.get(name + ".conv.weight"),
                                        null,
                                        new Shape(stride, stride),
                                        new Shape(k / 2, k / 2),
                                        new Shape(1, 1))
                                .singletonOrThrow();
                NDArray z =
                        BatchNorm.batchNorm(
                                        y,
                                        tensors.get(name + ".bn.running_mean"),
                                        tensors.get(name + ".bn.running_var"),
                                        tensors.get(name + ".bn.weight"),
                                        tensors.get(name + ".bn.bias"),
                                        1,
                                        0.97f,
                                        (float) Network.EPSILON,
                                        true)
                                .singletonOrThrow();
                yield List.of(Activation.swish(z, 1));
            }
            case Op.Project(String name, _, _, _) ->
                    List.of(
                            Conv2d.conv2d(
                                            x,
                                            tensors.get(name + ".weight"),
                                            tensors.get(name + ".bias"))
                                    .singletonOrThrow());
            case Op.Halves(_, int half) -> List.of(x.get(":, :" + half), x.get(":, " + half + ":"));
            case Op.Concat concat ->
                    List.of(
                            NDArrays.concat(
                                    new NDList(concat.inputs().stream().map(values::get).toList()),
                                    1));
            case Op.Add(_, int right) -> List.of(x.add(values.get(right)));
            case Op.Pool _ ->
                    List.of(
                            Pool.maxPool2d(
                                    x, new Shape(5, 5), new Shape(1, 1), new Shape(2, 2), false));
            case Op.Upsample _ -> List.of(x.repeat(2, 2).repeat(3, 2));
        };
    }

    /// Both round every sum of up to that many numbers, a few layers deep.
    private static double rounding(double sums) {
        return 0x1p-24 * Math.sqrt(sums) * GRAPH.ops().size();
    }

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void everyDerivativeIsTheOneThatLibtorchFindsItself(Execution.Order order) {
        Passed expected = byLibtorch();
        Passed actual = pass(weights, new Execution(Execution.Precision.FP32, order));

        double allowed = rounding(BATCH * ROWS * COLUMNS);
        assertThat(Golden.deviation("output", expected.output(), actual.output()))
                .isLessThan(allowed);
        assertThat(actual.gradients()).hasSameSizeAs(expected.gradients());
        expected.gradients()
                .forEach((name, gradient) ->
                        assertThat(
                                        Golden.deviation(
                                                order + " " + name,
                                                gradient,
                                                actual.gradients().get(name)))
                                .as(name)
                                .isLessThan(allowed));
    }

    @Test
    void nothingButPicturesAndOutputIsLeftAfterTheWayBack() {
        assertThat(pass(weights, Execution.FAST).open()).isEqualTo(2);
        assertThat(pass(weights, Execution.BRAIN).open()).isEqualTo(2);
    }

    @Test
    void foldedNormalisationIsNotTrained() {
        YoloV8Pose pose = new YoloV8Pose(Scale.N, new HeadLayout(1, 4, 2));
        Weights folded = FoldedWeights.of(pose.graph(), InitialWeights.of(pose, 0));
        try (Network network = new Network(torch, pose, folded, Execution.FAST);
                NDManager scope = torch.scope()) {
            NDArray pictures =
                    network.pictures(scope, new float[3 * 32 * 32], new AnchorGrid(32, 32));

            assertThatThrownBy(() -> network.train(pictures))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /// At least by a half of their last bit, at most by what weights rounded to eight bits of
    /// mantissa make in single precision.
    @Test
    void derivativesInBrainFloatsAreOffByWhatRoundingMakes() {
        SequencedMap<String, Tensor> rounded = new LinkedHashMap<>();
        weights.tensors()
                .forEach((name, tensor) ->
                        rounded.put(name, name.contains(".bn.") ? tensor : rounded(tensor)));
        Passed single = pass(weights, Execution.REFERENCE);
        Passed coarse = pass(new Weights(rounded, Map.of()), Execution.REFERENCE);
        Passed brain = pass(weights, Execution.BRAIN);

        double byWeights = Golden.say("rounded weights, rms", distance(single, coarse));
        assertThat(Golden.say("bf16, rms", distance(single, brain))).isBetween(0x1p-9, byWeights);
    }

    private static Tensor rounded(Tensor tensor) {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
            int bits = Float.floatToIntBits(values[i]);
            values[i] = Float.intBitsToFloat((bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF0000);
        }
        return Tensor.of(values, tensor.shape().toArray(Integer[]::new));
    }

    /// Of all gradients together, in units of their length.
    private static double distance(Passed expected, Passed actual) {
        double scale = 0;
        double squares = 0;
        for (Map.Entry<String, float[]> e : expected.gradients().entrySet()) {
            float[] other = actual.gradients().get(e.getKey());
            for (int i = 0; i < other.length; i++) {
                scale += (double) e.getValue()[i] * e.getValue()[i];
                squares += Math.pow(e.getValue()[i] - other[i], 2);
            }
        }
        return Math.sqrt(squares / scale);
    }
}
