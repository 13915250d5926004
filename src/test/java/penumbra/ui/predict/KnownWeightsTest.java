package penumbra.ui.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownWeightsTest {

    @TempDir Path folder;

    private Path run(String name, long seconds) throws Exception {
        Path weights = folder.resolve("runs/pose").resolve(name).resolve("weights");
        Path best = Files.createDirectories(weights).resolve("best.safetensors");
        Files.writeString(best, "");
        Files.setLastModifiedTime(best, FileTime.fromMillis(seconds * 1000));
        return best;
    }

    @Test
    void theOneAskedLastComesFirstThenTheNewest() throws Exception {
        assertThat(KnownWeights.of(folder, Optional.empty())).isEmpty();
        Path old = run("train", 100);
        Path young = run("train-2", 300);
        Path middle = run("train-3", 200);
        Files.createDirectories(folder.resolve("runs/pose/broken"));
        assertThat(KnownWeights.of(folder, Optional.empty())).containsExactly(young, middle, old);
        assertThat(KnownWeights.of(folder, Optional.of(old))).containsExactly(old, young, middle);
        assertThat(KnownWeights.of(folder, Optional.of(folder.resolve("gone.pt"))))
                .containsExactly(young, middle, old);
    }
}
