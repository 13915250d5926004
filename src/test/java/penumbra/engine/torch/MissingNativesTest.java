package penumbra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingNativesTest {

    @TempDir Path folder;

    @Test
    void withoutNativesTheStartIsRefusedInOneSentenceAndNothingIsLoadedFromElsewhere()
            throws Exception {
        String classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("pytorch-native"))
                        .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        OpensTorch.class.getName());
        builder.environment().put("DJL_CACHE_DIR", folder.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String refusal =
                said.lines().filter(line -> line.startsWith("refused: ")).findFirst().orElse(said);

        assertThat(process.waitFor()).isZero();
        assertThat(refusal)
                .startsWith("refused: libtorch for " + System.getProperty("os.name"))
                .contains("is not among this program's libraries")
                .endsWith("PYTORCH_LIBRARY_PATH.");
    }
}
