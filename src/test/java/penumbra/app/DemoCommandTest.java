package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.Console;
import penumbra.format.yolo.YoloPoseFormat;
import penumbra.model.Schema;
import penumbra.run.RunConfig;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.run.RunOption;
import penumbra.run.RunRecord;
import penumbra.store.ProjectFile;
import penumbra.store.Proposals;

/// `penumbra demo` at its smallest: every process that it starts is a true one.
class DemoCommandTest {

    @TempDir Path folder;

    private final List<Optional<Path>> opened = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... arguments) {
        Console console =
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        return Main.run(
                console,
                (source, _) -> {
                    opened.add(source);
                    return Optional.of("no display here");
                },
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theWholeLoopLeavesLabelsARunProposalsAndAModelAndEarlierDemosAlone() throws Exception {
        Path sample = folder.resolve("rendered");
        assertThat(run("synth", "--out", sample, "--images", 10, "--size", "320x256")).isZero();
        Path earlier = Files.createDirectories(folder.resolve("demo"));

        int exit = run("demo", "--sample", sample, "--out", earlier, "--epochs", 1, "--imgsz", 128);

        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(earlier).isEmptyDirectory();
        Path demo = folder.resolve("demo-2");
        assertThat(said())
                .contains("5. Read back: pictures 10,", "differing 0;")
                .contains("held back to measure it", "epoch  1 of 1: loss", "that was the last")
                .contains("12. The studio on this run", "no display here")
                .doesNotContain("%");
        assertThat(demo.resolve("labels.png")).isNotEmptyFile();
        assertThat(new YoloPoseFormat().read(demo.resolve("dataset"), "").images()).hasSize(10);

        RunFolder run = new RunFolder(demo.resolve("runs/pose/helium"));
        RunRecord record = RunRecord.read(run);
        assertThat(record.history().state()).isEqualTo(RunHistory.State.COMPLETED);
        assertThat(record.loss()).contains("helium");
        assertThat(RunConfig.read(run.arguments()).place(RunOption.DATA))
                .contains(demo.resolve("demo.penumbra"));
        assertThat(run.plots()).isNotEmptyDirectory();
        assertThat(opened).containsExactly(Optional.of(run.path()));

        int held = record.history().starts().getFirst().validation().pictures();
        Proposals proposals =
                Proposals.read(
                        Proposals.file(ProjectFile.of(demo.resolve("demo").toString())),
                        Schema.ARMOR_PLATE);
        assertThat(proposals.pictures()).hasSize(held);
        try (Stream<Path> drawn = Files.walk(demo.resolve("predictions"))) {
            assertThat(drawn.filter(Files::isRegularFile)).hasSize(held);
        }
        assertThat(demo.resolve("helium.onnx")).isNotEmptyFile();
        assertThat(said()).contains("takes pictures of 128 x 128 px");
    }
}
