package penumbra.engine.torch;

import ai.djl.ndarray.NDArray;
import java.util.List;

/// Moves tensors a share of the way to others.
public record Lerp(Fragment fragment) {

    private static final String CODE =
            """
            (a: List[Tensor], x: List[Tensor], share: float) -> float:
                torch._foreach_lerp_(a, x, share)
                return 0.
            """;

    public static Lerp of(Torch torch) {
        return new Lerp(torch.fragment(CODE));
    }

    /// a + share (x - a), in the place of a.
    public void move(NDArray[] a, NDArray[] x, double share) {
        fragment.run(List.of(a, x), share);
    }
}
