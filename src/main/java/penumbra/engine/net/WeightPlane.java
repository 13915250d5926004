package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// Moves the weights of a network over a plane that goes through them. What neither direction has
/// stays as it is, running statistics among it.
///
/// To be used on the thread of its [Torch], and to be closed; the network then stays where it is.
public final class WeightPlane implements AutoCloseable {

    private static final String CODE =
            """
            (w: List[Tensor], c: List[Tensor], x: List[Tensor], y: List[Tensor], \
            a: float, b: float) -> float:
                torch._foreach_copy_(w, c)
                torch._foreach_add_(w, x, alpha=a)
                torch._foreach_add_(w, y, alpha=b)
                return 0.
            """;

    private final NDManager scope;
    private final Fragment move;
    private final List<NDArray[]> lists;

    /// @param network that computes in single precision; its weights now are the origin
    /// @param start that the network was made from, for what the origin is
    /// @param x tensors by their names in the network, which all are in `start`
    /// @param y of the same names
    public WeightPlane(Torch torch, Network network, Weights start, Weights x, Weights y) {
        if (!network.readsWeights()) {
            throw new IllegalArgumentException("weights that were packed do not move");
        }
        scope = torch.scope();
        move = torch.fragment(CODE);
        Kernels kernels = new Kernels(torch, Execution.FAST);
        List<String> names = List.copyOf(x.tensors().sequencedKeySet());
        lists =
                List.of(
                        names.stream().map(network.tensors()::get).toArray(NDArray[]::new),
                        own(kernels, names, start),
                        own(kernels, names, x),
                        own(kernels, names, y));
    }

    private NDArray[] own(Kernels kernels, List<String> names, Weights weights) {
        return names.stream()
                .map(name -> {
                    Tensor tensor = weights.tensor(name);
                    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
                    return kernels.own(scope, tensor.floats(), shape);
                })
                .toArray(NDArray[]::new);
    }

    /// The origin plus `a` times the first direction plus `b` times the second.
    public void moveTo(double a, double b) {
        move.run(lists, a, b);
    }

    @Override
    public void close() {
        scope.close();
    }
}
