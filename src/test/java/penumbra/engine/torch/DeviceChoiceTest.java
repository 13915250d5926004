package penumbra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "auto", "cuda:0", "cuda:7"})
    void readsWhatItWrites(String said) {
        assertThat(DeviceChoice.of(said).orElseThrow()).hasToString(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda", "cuda:", "cuda:-1", "cuda:0 ", "CPU", "cuda:9999"})
    void nothingElseIsADevice(String said) {
        assertThat(DeviceChoice.of(said)).isEmpty();
    }

    @Test
    void onlyGpusHaveNumbers() {
        assertThatThrownBy(() -> new DeviceChoice(DeviceChoice.Kind.CPU, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAGpuAutomaticChoiceRunsOnTheCpu() throws Exception {
        try (Torch torch = Torch.open(DeviceChoice.AUTO, Optional.empty(), 1)) {
            assertThat(torch.device())
                    .isIn(DeviceChoice.CPU, DeviceChoice.of("cuda:0").orElseThrow());
            assertThat(torch.manager().getDevice().isGpu())
                    .isEqualTo(torch.device().kind() == DeviceChoice.Kind.CUDA);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"avx512_bf16", "amx_bf16"})
    void aProcessorSaysWhetherItMultipliesBrainFloats(String flag) throws Exception {
        Path description = folder.resolve("cpuinfo");
        Files.writeString(description, "processor\t: 0\nflags\t\t: fpu avx2 " + flag + " sse\n");
        assertThat(Processor.multipliesBrainFloats(description)).isTrue();
        Files.writeString(description, "model name\t: " + flag + "\nflags\t\t: fpu avx512f sse\n");
        assertThat(Processor.multipliesBrainFloats(description)).isFalse();
        assertThat(Processor.multipliesBrainFloats(folder.resolve("none"))).isFalse();
    }
}
