package penumbra.plot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.plot.Skin;
import penumbra.run.MadeUpRun;
import penumbra.run.RunFolder;
import penumbra.run.RunRecord;

class RunPlotsTest {

    @TempDir Path folder;

    @Test
    void aRunLeavesItsPlotsAsPictures() throws IOException {
        RunFolder run = new MadeUpRun("l1", 0, 1, 0.1, 3, 10).into(folder.resolve("run"));
        RunPlots.write(RunRecord.read(run), Skin.LIGHT, run.plots());
        try (Stream<Path> files = Files.list(run.plots())) {
            List<String> names = files.map(f -> f.getFileName().toString()).toList();
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "losses.png",
                            "map.png",
                            "learning-rate.png",
                            "sigma.png",
                            "error.png",
                            "ced.png",
                            "parts.png",
                            "size.png");
        }
    }

    @Test
    void withoutPlatesThoseOfErrorsAreLeftOut() throws IOException {
        RunFolder run = new MadeUpRun("l1", 0, 1, 0.1, 3, 10).into(folder.resolve("run"));
        Files.delete(run.plates(RunRecord.read(run).history().best().orElseThrow().epoch()));
        assertThat(RunPlots.of(RunRecord.read(run)))
                .containsOnlyKeys("losses", "map", "learning-rate", "sigma");
    }
}
