package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;

/// A network with its weights in libtorch's memory: forward, backward, and its weights back again.
///
/// The weights decide the form: with `bn.*` it trains and evaluates, with `conv.bias`
/// ([FoldedWeights]) it only evaluates. To be used on the thread of its [Torch], and to be closed.
public final class Network implements AutoCloseable {

    /// Added to the variance in batch normalisation.
    static final double EPSILON = 1e-3;

    /// Share of the newest batch in the running statistics.
    public static final double MOMENTUM = 0.03;

    private static final int PICTURE_CHANNELS = 3;

    private final Torch torch;
    private final Architecture architecture;
    private final Graph graph;
    private final Kernels kernels;
    private final NDManager manager;
    private final Parameters parameters;

    /// Weights of convolutions that only evaluate, packed when they are first used: in bfloat16 an
    /// eighth of the time, in single precision no gain was measured.
    private final Map<Op.Conv, NDArray> packed = new HashMap<>();

    private final boolean packing;

    private long trainingPasses;

    /// @param weights all that the architecture needs, in any float type
    /// @throws IllegalArgumentException if a tensor is missing or has another shape
    public Network(Torch torch, Architecture architecture, Weights weights, Execution execution) {
        this.torch = torch;
        this.architecture = architecture;
        this.graph = architecture.graph();
        this.kernels = new Kernels(torch, execution);
        this.manager = torch.scope();
        this.parameters = new Parameters(manager, kernels, weights);
        graph.ops().forEach(parameters::of);
        this.packing = execution.equals(Execution.BRAIN) && torch.oneDnn();
    }

    public Architecture architecture() {
        return architecture;
    }

    public Graph graph() {
        return graph;
    }

    /// Whether every pass reads the weights as they are then, none of them packed before.
    boolean readsWeights() {
        return !packing;
    }

    /// The tensors that training changes, by name: all but running statistics and the fixed bins of
    /// the box distances. From now on they gather gradients.
    public SequencedMap<String, NDArray> trainable() {
        SequencedMap<String, NDArray> trainable = new LinkedHashMap<>();
        parameters
                .tensors()
                .forEach((name, tensor) -> {
                    if (!name.contains(".running_") && !name.contains(".dfl.")) {
                        tensor.setRequiresGradient(true);
                        trainable.put(name, tensor);
                    }
                });
        return trainable;
    }

    /// Every floating-point tensor by name, running statistics among them.
    public SequencedMap<String, NDArray> tensors() {
        return parameters.tensors();
    }

    /// Pictures as the network takes them.
    ///
    /// @param scope where they live
    /// @param pixels `[batch, 3, rows, columns]`, RGB, 0 to 1
    public NDArray pictures(NDManager scope, float[] pixels, AnchorGrid size) {
        int each = PICTURE_CHANNELS * size.rows() * size.columns();
        if (pixels.length == 0 || pixels.length % each != 0) {
            throw new IllegalArgumentException(pixels.length + " numbers for pictures of " + size);
        }
        Shape shape =
                new Shape(pixels.length / each, PICTURE_CHANNELS, size.rows(), size.columns());
        try (NDArray alias = scope.create(FloatBuffer.wrap(pixels), shape, DataType.FLOAT32)) {
            return kernels.own(alias);
        }
    }

    /// The head's numbers `[B, channels, places]` in the scope of the pictures.
    ///
    /// @param training with the batch's own statistics, moving the running ones on, and ready for
    ///   [#backward]
    public NDArray forward(NDArray pictures, boolean training) {
        NDArray[] values = run(pictures, training, Set.of());
        List<List<NDArray>> levels =
                graph.outputs().stream()
                        .map(level -> level.stream().map(v -> values[v]).toList())
                        .toList();
        try {
            return kernels.join(training, levels);
        } finally {
            levels.forEach(level -> level.forEach(NDArray::close));
        }
    }

    /// [#forward] without training, copied out.
    ///
    /// @param pixels `[batch, 3, rows, columns]`, RGB, 0 to 1
    public HeadOutput evaluate(float[] pixels, AnchorGrid size) {
        try (NDManager scope = torch.scope()) {
            return read(forward(pictures(scope, pixels, size), false), size);
        }
    }

    /// A copy of what [#forward] gave.
    public HeadOutput read(NDArray output, AnchorGrid size) {
        return architecture.output(size, (int) output.getShape().get(0), output.toFloatArray());
    }

    /// Adds the derivatives of a loss by every trainable tensor to that tensor's gradient.
    ///
    /// @param output what [#forward] gave in training; its history is spent
    /// @param gradient the derivatives of the loss by it
    public void backward(NDArray output, HeadOutput gradient) {
        try (NDArray vector =
                output.getManager()
                        .create(
                                FloatBuffer.wrap(gradient.values()),
                                output.getShape(),
                                DataType.FLOAT32)) {
            JniUtils.backward((PtNDArray) output, (PtNDArray) vector, false, false);
        }
    }

    /// The value of every number that is read later, is in `kept` or leaves the network; the others
    /// are closed as soon as nobody reads them any more.
    NDArray[] run(NDArray pictures, boolean training, Set<Integer> kept) {
        int[] last = graph.lastUses(kept);
        NDArray[] values = new NDArray[graph.values()];
        values[0] = pictures;
        int count = 1;
        for (int i = 0; i < graph.ops().size(); i++) {
            Op op = graph.ops().get(i);
            for (NDArray value : apply(op, training, values)) {
                values[count++] = value;
            }
            for (int input : op.inputs()) {
                if (last[input] == i && input != 0) {
                    values[input].close();
                }
            }
        }
        if (training) {
            trainingPasses++;
        }
        return values;
    }

    private List<NDArray> apply(Op op, boolean training, NDArray[] values) {
        return switch (op) {
            case Op.Conv conv -> {
                NDArray[] own = parameters.of(conv);
                NDArray x = values[conv.input()];
                yield List.of(
                        own.length == 2
                                ? folded(conv, x, own[0], own[1])
                                : kernels.conv(conv, training, x, own));
            }
            case Op.Project project ->
                    List.of(
                            kernels.project(
                                    training, values[project.input()], parameters.of(project)));
            case Op.Halves halves -> kernels.halves(halves, training, values[halves.input()]);
            case Op.Concat concat ->
                    List.of(
                            kernels.concat(
                                    training,
                                    concat.inputs().stream()
                                            .map(v -> values[v])
                                            .toArray(NDArray[]::new)));
            case Op.Add(int left, int right) ->
                    List.of(kernels.add(training, values[left], values[right]));
            case Op.Pool pool -> List.of(kernels.pool(training, values[pool.input()]));
            case Op.Upsample upsample ->
                    List.of(kernels.upsample(training, values[upsample.input()]));
        };
    }

    private NDArray folded(Op.Conv conv, NDArray x, NDArray weight, NDArray bias) {
        return packing
                ? kernels.fused(
                        conv,
                        x,
                        packed.computeIfAbsent(conv, c -> kernels.packed(c, x, weight)),
                        bias)
                : kernels.folded(conv, x, new NDArray[] {weight, bias});
    }

    /// A copy of all weights as they are now, named and ordered as those it started from; the count
    /// of batches has gone up by the training passes.
    public Weights weights() {
        return parameters.weights(trainingPasses);
    }

    @Override
    public void close() {
        manager.close();
    }
}
