package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import java.util.List;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;

/// Moves tensors a share of the way to others.
record Lerp(Fragment fragment) {

    private static final String CODE =
            """
            (a: List[Tensor], x: List[Tensor], share: float) -> float:
                torch._foreach_lerp_(a, x, share)
                return 0.
            """;

    static Lerp of(Torch torch) {
        return new Lerp(torch.fragment(CODE));
    }

    /// a + share (x - a), in the place of a.
    void move(NDArray[] a, NDArray[] x, double share) {
        fragment.run(List.of(a, x), share);
    }
}
