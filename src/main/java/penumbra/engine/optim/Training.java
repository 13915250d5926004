package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.loss.BatchLoss;
import penumbra.engine.loss.LossResult;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.Division;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Network;
import penumbra.engine.net.PartedNetwork;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;

/// A network in training: batches add up gradients, a step clips and applies them and moves the
/// average on.
///
/// Belongs to the thread of its [Torch], and is to be closed. What a batch needs in libtorch's
/// memory ends with the batch.
public final class Training implements AutoCloseable {

    /// Norm that all gradients together are clipped to, as the reference does.
    public static final double LARGEST_NORM = 10;

    private final Torch torch;
    private final Network network;
    private final PartedNetwork parts;
    private final Average average;
    private final NDManager scope;
    private final Optimizer optimizer;
    private final Gradients gradients;
    private final Optional<RunningStatistics> statistics;
    private BatchLoss loss;
    private int batches;

    /// From those weights, with the reference's average.
    ///
    /// @param loss for that kind of network; see [#use]
    /// @param decay weight decay of convolutions
    public Training(
            Torch torch,
            Architecture architecture,
            Weights weights,
            Execution execution,
            BatchLoss loss,
            Optimizer.Kind kind,
            double decay) {
        this(
                torch,
                architecture,
                TrainingState.start(weights),
                execution,
                loss,
                kind,
                decay,
                Average.Rule.STOCK,
                false,
                Division.NONE);
    }

    /// Goes on from a state.
    ///
    /// @param decay weight decay of convolutions
    /// @param settled whether the running statistics are kept close, [RunningStatistics]
    /// @param division of every batch
    public Training(
            Torch torch,
            Architecture architecture,
            TrainingState state,
            Execution execution,
            BatchLoss loss,
            Optimizer.Kind kind,
            double decay,
            Average.Rule rule,
            boolean settled,
            Division division) {
        this.torch = torch;
        this.loss = loss;
        this.network = new Network(torch, architecture, state.network(), execution);
        this.parts = network.parted(division);
        this.average =
                new Average(torch, network, execution, rule, state.average(), state.averaged());
        this.scope = torch.scope();
        List<ParameterGroup> groups = ParameterGroup.of(network, decay);
        this.optimizer =
                switch (kind) {
                    case SGD -> new Sgd(torch, scope, groups);
                    case ADAMW -> new AdamW(torch, scope, groups);
                };
        this.gradients = new Gradients(torch, groups);
        this.statistics =
                settled
                        ? Optional.of(new RunningStatistics(torch, network, state.network()))
                        : Optional.empty();
        this.batches = state.batches();
        if (!state.moments().isEmpty()) {
            optimizer.restore(state.moments());
        }
        if (batches > 0) {
            gradients.restore(state.gradients());
        }
    }

    /// Batches that were added since the latest step.
    public int pending() {
        return batches;
    }

    /// How many numbers are trained.
    public long parameters() {
        return optimizer.groups().stream()
                .flatMap(g -> g.parameters().stream())
                .mapToLong(p -> p.value().size())
                .sum();
    }

    /// A copy of all that a training needs to go on from here.
    public TrainingState state() {
        return new TrainingState(
                network.weights(),
                average.weights(),
                average.steps(),
                optimizer.moments(),
                batches == 0 ? new LinkedHashMap<>() : gradients.copies(),
                batches);
    }

    /// Forward, loss and backward for one batch; its gradients are added to those there are.
    ///
    /// @param pixels `[batch, 3, rows, columns]`, RGB, 0 to 1
    /// @param targets objects of each picture
    /// @throws ArithmeticException if the network's output is not finite; nothing was added then
    public LossResult add(float[] pixels, AnchorGrid size, List<List<InputLabel>> targets) {
        try (NDManager batch = torch.scope()) {
            List<NDArray[]> before = statistics.map(s -> s.before(batch)).orElse(List.of());
            PartedNetwork.Pass pass = parts.forward(batch, pixels, size);
            LossResult result = loss.evaluate(pass.output(), targets);
            pass.backward(result.gradient());
            statistics.ifPresent(s -> s.after(before));
            batches++;
            return result;
        }
    }

    /// From now on another loss, as where a schedule changes it between epochs.
    public void use(BatchLoss other) {
        loss = other;
    }

    /// Applies the gradients that were added since the last step, and forgets them. Gradients that
    /// are not finite are forgotten without a step.
    ///
    /// @return their norm before it was clipped; not finite if no step was made
    /// @throws IllegalStateException if no batch was added
    public double step(Optimizer.Step step) {
        if (batches == 0) {
            throw new IllegalStateException("a step without a batch");
        }
        double norm = gradients.clip(LARGEST_NORM);
        if (Double.isFinite(norm)) {
            optimizer.step(step);
            average.update();
        }
        gradients.clear();
        batches = 0;
        return norm;
    }

    /// The network as it is now.
    public Network network() {
        return network;
    }

    /// Its average, for evaluation and checkpoints.
    public Average average() {
        return average;
    }

    @Override
    public void close() {
        scope.close();
        average.close();
        network.close();
    }
}
