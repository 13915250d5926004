package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import penumbra.engine.net.Network;
import penumbra.engine.torch.Lerp;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// The running statistics of batch normalisation, kept close to the network that learns.
///
/// After batch n of a layer with statistics x: r_n = r_(n-1) + max(1 / n, 0.1) (x - r_(n-1)): the
/// plain mean of its first ten batches, then an average over about ten.
///
/// The reference moves them by 0.03 always. Two things follow that are seen when the network is
/// validated and not while it learns: they start as mean 0 and variance 1, of which 5 % are left
/// after a hundred batches; and weights that a run begins with change quickly in its first steps,
/// so that statistics of thirty batches ago belong to another network. Ours.
public final class RunningStatistics {

    /// Batches after which a layer's statistics are no longer their mean.
    private static final int FIRST = 10;

    private static final String COUNT = ".num_batches_tracked";

    private final Lerp lerp;
    private final List<Group> groups;
    private long batches;

    /// Weights with those layers told as settled that came from elsewhere. Files of averaged
    /// weights say that their layers saw no batch, as the reference's do.
    ///
    /// @param known names of tensors that came from elsewhere
    public static Weights settled(Weights weights, Collection<String> known) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
        for (String name : known) {
            if (name.endsWith(COUNT)) {
                long seen = tensors.get(name).longs()[0];
                tensors.put(name, Tensor.of(Math.max(seen, FIRST)));
            }
        }
        return new Weights(tensors, weights.metadata());
    }

    /// @param start the network's weights, with the count of batches that each layer saw
    RunningStatistics(Torch torch, Network network, Weights start) {
        lerp = Lerp.of(torch);
        SequencedMap<Long, List<NDArray>> known = new TreeMap<>();
        for (Map.Entry<String, Tensor> entry : start.tensors().entrySet()) {
            if (entry.getKey().endsWith(COUNT)) {
                String layer =
                        entry.getKey().substring(0, entry.getKey().length() - COUNT.length());
                List<NDArray> sameCount =
                        known.computeIfAbsent(
                                Math.min(entry.getValue().longs()[0], FIRST),
                                _ -> new ArrayList<>());
                sameCount.add(network.tensors().get(layer + ".running_mean"));
                sameCount.add(network.tensors().get(layer + ".running_var"));
            }
        }
        groups =
                known.entrySet().stream()
                        .map(e -> new Group(e.getKey(), e.getValue().toArray(NDArray[]::new)))
                        .toList();
    }

    /// Layers that saw the same number of batches before.
    private record Group(long seen, NDArray[] tensors) {

        double share(long batches) {
            return Math.max(1.0 / (seen + batches), 1.0 / FIRST);
        }

        NDArray[] copies(NDManager scope) {
            NDArray[] copies = new NDArray[tensors.length];
            for (int i = 0; i < copies.length; i++) {
                copies[i] = tensors[i].duplicate();
                copies[i].attach(scope);
            }
            return copies;
        }
    }

    /// The statistics before a batch.
    ///
    /// @param scope where the copies live
    List<NDArray[]> before(NDManager scope) {
        return groups.stream().map(g -> g.copies(scope)).toList();
    }

    /// Gives the statistics, which the network moved on from there, the share of the batch that
    /// belongs to it.
    void after(List<NDArray[]> before) {
        batches++;
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            lerp.move(group.tensors(), before.get(g), 1 - group.share(batches) / Network.MOMENTUM);
        }
    }
}
