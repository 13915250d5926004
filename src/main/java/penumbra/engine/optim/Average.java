package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import java.util.List;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Network;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;

/// The exponential moving average of a network's weights and running statistics; validation and
/// checkpoints use it.
///
/// After step n: average = d average + (1 - d) network, d = 0.9999 (1 - exp(-n / 2000)), so that
/// the first steps are followed closely. The count of batches stays as it was at the start.
public final class Average implements AutoCloseable {

    private static final double LIMIT = 0.9999;
    private static final double STEPS = 2000;

    private static final String CODE =
            """
            (a: List[Tensor], x: List[Tensor], share: float) -> float:
                torch._foreach_lerp_(a, x, share)
                return 0.
            """;

    private final Network network;
    private final Network average;
    private final Fragment lerp;
    private long steps;

    /// Starts as a copy of the network.
    public Average(Torch torch, Network network, Execution execution) {
        this.network = network;
        this.average = new Network(torch, network.architecture(), network.weights(), execution);
        this.lerp = torch.fragment(CODE);
    }

    /// To be called after each step of the optimizer.
    public void update() {
        steps++;
        lerp.run(List.of(tensors(average), tensors(network)), 1 - decay());
    }

    /// d of the latest update.
    public double decay() {
        return LIMIT * (1 - Math.exp(-steps / STEPS));
    }

    /// A copy of the averaged weights.
    public Weights weights() {
        return average.weights();
    }

    /// The averaged network, for evaluation.
    public Network network() {
        return average;
    }

    private static NDArray[] tensors(Network network) {
        return network.tensors().values().toArray(NDArray[]::new);
    }

    @Override
    public void close() {
        average.close();
    }
}
