package penumbra.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.RunConfig;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.RunRecord;

class RunSuggestionTest {

    @Test
    void theBatchFitsFourFifthsOfTheFreeMemory() {
        // At 640 px: 1000 + 8 * 265 = 3120 <= 0.8 * 3900, and not of 3899.
        assertThat(RunSuggestion.batch(3900, 640)).isEqualTo(8);
        assertThat(RunSuggestion.batch(3899, 640)).isEqualTo(4);
        // At 1280 px each picture is four times as large.
        assertThat(RunSuggestion.batch(3900, 1280)).isEqualTo(2);
        assertThat(RunSuggestion.batch(100, 640)).isEqualTo(1);
        assertThat(RunSuggestion.batch(1e6, 640)).isEqualTo(16);
    }

    @Test
    void theWeightsWrittenLastByARunWithTheSameHeadAreTakenUp(@TempDir Path runs)
            throws IOException {
        RunRecord first = run(runs, "a", "head: pose", 2000);
        RunRecord second = run(runs, "b", "head: pose", 1000);
        RunRecord maps = run(runs, "c", "head: heatmap", 3000);
        RunRecord early = run(runs, "d", "loss: helium", 500);
        RunRecord without = RunRecord.read(new RunFolder(runs.resolve("e")));
        List<RunRecord> all = List.of(first, second, maps, early, without);
        assertThat(RunSuggestion.lastWeights(all, "pose")).contains(first.folder().best());
        assertThat(RunSuggestion.lastWeights(all, "heatmap")).contains(maps.folder().best());
        assertThat(RunSuggestion.lastWeights(List.of(maps, early), "pose"))
                .as("of the time when there was one head")
                .contains(early.folder().best());
        assertThat(RunSuggestion.lastWeights(List.of(maps, without), "pose")).isEmpty();
    }

    private static RunRecord run(Path runs, String name, String arguments, long written)
            throws IOException {
        RunFolder run = new RunFolder(runs.resolve(name));
        Files.createDirectories(run.best().getParent());
        Files.writeString(run.arguments(), arguments + "\n");
        Files.write(run.best(), new byte[] {1});
        Files.setLastModifiedTime(run.best(), FileTime.fromMillis(written));
        return RunRecord.read(run);
    }

    @Test
    void whatIsSuggestedIsARunAndOneWithTooLittleMemoryGetsASmallerBatch(@TempDir Path folder)
            throws Exception {
        Path project = folder.resolve("arena.penumbra");
        Map<RunOption, String> ample =
                RunSuggestion.of(project, 640, folder, List.of(), "pose", 64_000);
        assertThat(ample)
                .containsEntry(RunOption.DATA, project.toString())
                .containsEntry(RunOption.RUNS, folder.toString())
                .doesNotContainKeys(RunOption.BATCH, RunOption.IMGSZ);
        assertThat(RunSuggestion.of(project, 960, folder, List.of(), "pose", 6000))
                .containsEntry(RunOption.IMGSZ, "960")
                .containsEntry(RunOption.BATCH, "4");
        assertThat(RunConfig.of(ample).text(RunOption.LOSS)).isEqualTo("helium");
        assertThat(RunSuggestion.of(project, 640, folder, List.of(), "pose", 3000))
                .containsEntry(RunOption.BATCH, "4");
    }
}
