package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Network;
import penumbra.engine.torch.Lerp;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;

/// The exponential moving average of a network's weights and running statistics; validation and
/// checkpoints use it.
///
/// After step n: average = d average + (1 - d) network, where d grows with n so that the first
/// steps are followed closely. The count of batches stays as it was at the start.
public final class Average implements AutoCloseable {

    /// How slowly the average follows.
    ///
    /// With `steps`, the reference's: d = limit (1 - exp(-n / steps)); an average over many steps
    /// only in runs of many thousands. With 0 steps: d = min(limit, (1 + n) / (10 + n)), the ramp
    /// of TensorFlow's `ExponentialMovingAverage`, over about a ninth of the steps so far in runs
    /// of any length.
    ///
    /// @param limit d after many steps
    /// @param steps after which d has reached 63 % of it, or 0
    public record Rule(double limit, double steps) {

        /// The reference's.
        public static final Rule STOCK = new Rule(0.9999, 2000);

        double after(long n) {
            return steps == 0
                    ? Math.min(limit, (1.0 + n) / (10.0 + n))
                    : limit * (1 - Math.exp(-n / steps));
        }
    }

    private final Network network;
    private final Network average;
    private final Lerp lerp;
    private final Rule rule;
    private long steps;

    /// @param start its weights after that many steps
    public Average(
            Torch torch,
            Network network,
            Execution execution,
            Rule rule,
            Weights start,
            long steps) {
        this.network = network;
        this.average = new Network(torch, network.architecture(), start, execution);
        this.rule = rule;
        this.steps = steps;
        this.lerp = Lerp.of(torch);
    }

    /// To be called after each step of the optimizer.
    public void update() {
        steps++;
        lerp.move(tensors(average), tensors(network), 1 - decay());
    }

    /// d of the latest update.
    public double decay() {
        return rule.after(steps);
    }

    /// Updates so far.
    public long steps() {
        return steps;
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
