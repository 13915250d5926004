package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceProcessTest {

    @TempDir Path folder;
    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void back() {
        Locale.setDefault(locale);
    }

    @Test
    void theProcessorIsFoundWithItsLibtorch() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(DeviceProcess.check("cpu", "", (_, _) -> {}))
                .startsWith("cpu: " + processors + " threads, libtorch 2.7.1")
                .containsPattern("bf16 (not )?in hardware\\.$")
                .hasLineCount(1);
    }

    @Test
    void aLibtorchOfAnotherVersionIsRefusedInOneSentence() throws Exception {
        Path torch = folder.resolve("venv/lib/python3.12/site-packages/torch");
        Files.createDirectories(torch.resolve("lib"));
        Files.writeString(torch.resolve("version.py"), "__version__ = '2.5.1+cu124'\n");
        assertThatThrownBy(() ->
                        DeviceProcess.check(
                                "cuda:0", folder.resolve("venv").toString(), (_, _) -> {}))
                .isInstanceOf(ChildException.class)
                .hasMessageContaining("holds libtorch 2.5.1, but only 2.7.1 fits")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aCancelledCheckEndsItsProcess() {
        assertThatThrownBy(() ->
                        DeviceProcess.check(
                                "cpu",
                                folder.toString(),
                                (_, _) -> {
                                    throw new CancellationException();
                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(ProcessHandle.current().children().map(c -> c.info().commandLine().orElse("")))
                .as("children; those of other tests may live")
                .noneMatch(line -> line.contains(folder.toString()));
    }
}
