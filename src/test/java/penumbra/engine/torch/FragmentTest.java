package penumbra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Test;

class FragmentTest {

    @Test
    void anOperationThatDjlLacksIsComputed() throws Exception {
        try (Torch torch = Torch.open(1);
                NDManager scope = torch.scope()) {
            Fragment silu = torch.fragment("(x: Tensor) -> Tensor:\n    return torch.silu(x)\n");

            NDArray y = silu.apply(scope.create(new float[] {-1, 0, 2}));

            // x s(x) with s(-1) = 0.268941, s(2) = 0.880797.
            assertThat(y.toFloatArray())
                    .containsExactly(new float[] {-0.268941f, 0, 1.761594f}, within(1e-6f));
        }
    }

    @Test
    void listsAreChangedInPlace() throws Exception {
        try (Torch torch = Torch.open(1);
                NDManager scope = torch.scope()) {
            Fragment lerp =
                    torch.fragment(
                            "(a: List[Tensor], b: List[Tensor], w: float) -> float:\n"
                                    + "    torch._foreach_lerp_(a, b, w)\n    return 2.5\n");
            NDArray[] a = {scope.create(new float[] {0, 4}), scope.create(new float[] {8})};
            NDArray[] b = {scope.create(new float[] {4, 8}), scope.create(new float[] {0})};

            assertThat(lerp.run(List.of(a, b), 0.25)).isEqualTo(2.5);

            assertThat(a[0].toFloatArray()).containsExactly(1, 5);
            assertThat(a[1].toFloatArray()).containsExactly(6);
        }
    }

    @Test
    void oneCodeIsCompiledOnce() throws Exception {
        try (Torch torch = Torch.open(1)) {
            String code = "(x: Tensor) -> Tensor:\n    return torch.relu(x)\n";
            assertThat(torch.fragment(code)).isSameAs(torch.fragment(code));
        }
    }
}
