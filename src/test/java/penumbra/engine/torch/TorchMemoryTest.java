package penumbra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class TorchMemoryTest {

    @Test
    void aTensorThatNoMachineHoldsIsKnownAsWantOfMemory() throws Exception {
        try (Torch torch = Torch.open(1);
                NDManager scope = torch.scope()) {
            RuntimeException failure =
                    catchThrowableOfType(
                            RuntimeException.class, () -> scope.zeros(new Shape(1L << 50)));
            assertThat(failure).isNotNull();
            assertThat(TorchMemory.lacked(failure)).isTrue();
        }
    }

    @Test
    void anyOtherFailureIsNot() {
        assertThat(TorchMemory.lacked(new IllegalStateException("sizes do not match"))).isFalse();
        assertThat(TorchMemory.lacked(new IllegalStateException())).isFalse();
        assertThat(
                        TorchMemory.lacked(
                                new IllegalStateException(
                                        "CUDA out of memory. Tried to allocate 20.00 MiB")))
                .isTrue();
    }
}
