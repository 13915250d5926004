package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

class RunFolderTest {

    @TempDir Path folder;

    @Test
    void platesOfAnEpochComeBackToTheLastBit() throws IOException {
        PlateResult found =
                new PlateResult(
                        "images/a.png",
                        1,
                        3,
                        List.of(new Point(1.0 / 3, 2), new Point(-4, 5e-7)),
                        List.of(true, false),
                        Optional.of(List.of(new Point(1, 2), new Point(3, 4))),
                        Optional.of(List.of(new Point(1.1, 2.2), new Point(3.3, 4.4))),
                        List.of(new Covariance(1, 0.5, 2), new Covariance(3, 0, 4)),
                        0.9,
                        31.5,
                        0.5);
        PlateResult missed =
                new PlateResult(
                        "images/b.png",
                        0,
                        0,
                        List.of(new Point(0, 0)),
                        List.of(true),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        10,
                        1);
        RunFolder run = new RunFolder(folder.resolve("one"));
        run.writePlates(12, List.of(found, missed));
        assertThat(run.readPlates(12)).containsExactly(found, missed);
        assertThat(run.plates(12)).hasFileName("epoch-0012.jsonl");
        Files.writeString(run.plates(12), "{\"picture\":1");
        assertThatThrownBy(() -> run.readPlates(12))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("epoch-0012.jsonl");
    }

    @Test
    void onlyFoldersWithARunInThemAreRuns() throws IOException {
        for (String name : List.of("train2", "train1", "empty")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.createFile(folder.resolve("train2").resolve("events.jsonl"));
        Files.createFile(folder.resolve("train1").resolve("args.yaml"));
        assertThat(RunFolder.in(folder))
                .extracting(RunFolder::name)
                .containsExactly("train1", "train2");
        assertThat(RunFolder.in(folder.resolve("nowhere"))).isEmpty();
    }
}
