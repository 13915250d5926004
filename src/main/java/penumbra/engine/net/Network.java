package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;

/// A network with its weights in libtorch's memory: evaluation, training, and its weights back
/// again.
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

    /// What training changes, by name: all but running statistics and the fixed bins of the box
    /// distances.
    public SequencedMap<String, Parameter> trainable() {
        return parameters.trainable();
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
        return pictures(scope, pixels, size, 0, pictures(pixels, size));
    }

    /// Some pictures as the network takes them.
    ///
    /// @param begin the first, from 0
    /// @param end behind the last
    NDArray pictures(NDManager scope, float[] pixels, AnchorGrid size, int begin, int end) {
        return kernels.ownFrom(
                begin * numbers(size),
                scope,
                pixels,
                end - begin,
                PICTURE_CHANNELS,
                size.rows(),
                size.columns());
    }

    /// How many there are.
    ///
    /// @throws IllegalArgumentException if there are none, or not whole ones
    int pictures(float[] pixels, AnchorGrid size) {
        int each = numbers(size);
        if (pixels.length == 0 || pixels.length % each != 0) {
            throw new IllegalArgumentException(pixels.length + " numbers for pictures of " + size);
        }
        return pixels.length / each;
    }

    private static int numbers(AnchorGrid size) {
        return PICTURE_CHANNELS * size.rows() * size.columns();
    }

    /// The head's numbers `[B, channels, places]` in the scope of the pictures.
    public NDArray forward(NDArray pictures) {
        NDArray[] values = run(pictures, Set.of());
        try {
            return kernels.join(outputs(values));
        } finally {
            outputs(values).forEach(level -> level.forEach(NDArray::close));
        }
    }

    private List<List<NDArray>> outputs(NDArray[] values) {
        return graph.outputs().stream()
                .map(level -> level.stream().map(v -> values[v]).toList())
                .toList();
    }

    /// Forward in training: with the batch's own statistics, moving the running ones on.
    ///
    /// @param pictures that stay open until the way back is done
    /// @throws IllegalStateException if normalisation is folded
    public TrainingPass train(NDArray pictures) {
        TrainingPass pass = pass(parameters, pictures);
        passed();
        return pass;
    }

    TrainingPass pass(Parameters own, NDArray pictures) {
        if (own.folded()) {
            throw new IllegalStateException("folded normalisation is not trained");
        }
        return new TrainingPass(graph, own, kernels, pictures);
    }

    /// Counts a batch that went through in training.
    void passed() {
        trainingPasses++;
    }

    /// This network for batches that are divided; it ends with this one.
    public PartedNetwork parted(Division division) {
        List<Parameters> parts = new ArrayList<>();
        parts.add(parameters);
        while (parts.size() < division.parts()) {
            parts.add(parameters.part(manager));
        }
        return new PartedNetwork(torch, this, division, parts);
    }

    /// [#forward], copied out.
    ///
    /// @param pixels `[batch, 3, rows, columns]`, RGB, 0 to 1
    public HeadOutput evaluate(float[] pixels, AnchorGrid size) {
        try (NDManager scope = torch.scope()) {
            return read(forward(pictures(scope, pixels, size)), size);
        }
    }

    /// A copy of the head's numbers.
    public HeadOutput read(NDArray output, AnchorGrid size) {
        return output(size, (int) output.getShape().get(0), output.toFloatArray());
    }

    /// @param values of the head, for all pictures
    HeadOutput output(AnchorGrid size, int pictures, float[] values) {
        return architecture.output(size, pictures, values);
    }

    /// The value of every number that is in `kept` or leaves the network; the others are closed as
    /// soon as nobody reads them any more.
    NDArray[] run(NDArray pictures, Set<Integer> kept) {
        int[] last = graph.lastUses(kept);
        NDArray[] values = new NDArray[graph.values()];
        values[0] = pictures;
        int count = 1;
        for (int i = 0; i < graph.ops().size(); i++) {
            Op op = graph.ops().get(i);
            for (NDArray value : apply(op, values)) {
                values[count++] = value;
            }
            for (int input : op.inputs()) {
                if (last[input] == i && input != 0) {
                    values[input].close();
                }
            }
        }
        return values;
    }

    private List<NDArray> apply(Op op, NDArray[] values) {
        NDArray[] own = parameters.of(op);
        return op instanceof Op.Conv conv && own.length == 2
                ? List.of(folded(conv, values[conv.input()], own[0], own[1]))
                : kernels.plain(op, values, own);
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
