package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import penumbra.engine.net.Network;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;

/// The running statistics of batch normalisation as the plain mean of the first batches.
///
/// After batch n with statistics x: r_n = r_(n-1) + max(1 / n, 0.03) (x - r_(n-1)), where the
/// network by itself has 0.03 always; from batch 34 on both are the same.
///
/// Why: running statistics start as mean 0 and variance 1, of which 5 % are left after a hundred
/// batches; until then the network that is validated is another than the one that learns. Ours.
final class FirstStatistics {

    private static final String COUNT = ".num_batches_tracked";

    private final Network network;
    private final Lerp lerp;
    private long batches;

    /// @param start the network's weights, with the count of batches that they saw
    FirstStatistics(Torch torch, Network network, Weights start) {
        this.network = network;
        this.lerp = Lerp.of(torch);
        this.batches =
                start.tensors().entrySet().stream()
                        .filter(e -> e.getKey().endsWith(COUNT))
                        .mapToLong(e -> e.getValue().longs()[0])
                        .min()
                        .orElse(0);
    }

    /// The statistics before a batch; empty when the network averages well by itself.
    ///
    /// @param scope where the copies live
    List<NDArray> before(NDManager scope) {
        batches++;
        if (batches * Network.MOMENTUM >= 1) {
            return List.of();
        }
        return running().stream()
                .map(r -> {
                    NDArray copy = r.duplicate();
                    copy.attach(scope);
                    return copy;
                })
                .toList();
    }

    /// Gives the statistics, which the network moved on from there, the share of the batch that
    /// belongs to it.
    void after(List<NDArray> before) {
        if (!before.isEmpty()) {
            double share = 1 / (batches * Network.MOMENTUM);
            lerp.move(running().toArray(NDArray[]::new), before.toArray(NDArray[]::new), 1 - share);
        }
    }

    private List<NDArray> running() {
        return network.tensors().entrySet().stream()
                .filter(e -> e.getKey().contains(".running_"))
                .map(Map.Entry::getValue)
                .toList();
    }
}
