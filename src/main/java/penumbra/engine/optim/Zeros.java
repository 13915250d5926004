package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;

/// Makes tensors of zeros in the shape and memory order of others.
///
/// @param scope where they live
record Zeros(Torch torch, NDManager scope) {

    NDArray[] like(NDArray[] tensors) {
        // Fused steps go through memory in order, so that the order has to be the parameter's.
        Fragment zeros = torch.fragment("(x: Tensor) -> Tensor:\n    return torch.zeros_like(x)\n");
        return Arrays.stream(tensors)
                .map(t -> {
                    NDArray zero = zeros.apply(t);
                    zero.attach(scope);
                    return zero;
                })
                .toArray(NDArray[]::new);
    }
}
