package penumbra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.run.EventTail;
import penumbra.run.RunControl;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;

/// A run that was interrupted against one that was not.
class ResumeTest {

    @TempDir Path folder;

    /// Three batches in an epoch and steps of four: gradients are pending at the end of an epoch.
    private static final Map<RunOption, String> FOUR =
            Map.of(
                    RunOption.EPOCHS, "4",
                    RunOption.NBS, "8",
                    RunOption.MOSAIC, "1",
                    RunOption.CLOSE_MOSAIC, "1",
                    RunOption.HSV_V, "0.4");

    /// What a child process does: all epochs that are left, each event a line.
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        try (ExecutorService workers = Executors.newFixedThreadPool(1)) {
            TinyRun.of(
                    TinyRun.config(FOUR),
                    TinyData.write(folder.resolve("data"), 5, TinyRun.SIDE),
                    RunFolder.make(folder.resolve("runs"), "killed").path(),
                    workers,
                    event -> System.out.println(event.getClass().getSimpleName()));
        }
    }

    private TinyRun train(Map<RunOption, String> options, String name) throws Exception {
        Path run = Files.createDirectories(folder.resolve("runs").resolve(name));
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            return TinyRun.of(
                    TinyRun.config(options),
                    TinyData.write(folder.resolve("data"), 5, TinyRun.SIDE),
                    run,
                    workers,
                    _ -> {});
        }
    }

    private void assertSameWeights(RunFolder one, RunFolder other) throws Exception {
        assertThat(Files.mismatch(one.last(), other.last())).isEqualTo(-1);
        assertThat(SafetensorsFile.read(one.resume()).tensors())
                .isEqualTo(SafetensorsFile.read(other.resume()).tensors());
    }

    @Test
    void aKilledRunGoesOnBitByBitAsIfNothingHadHappened() throws Exception {
        TinyRun whole = train(FOUR, "whole");
        killInTheThirdEpoch();
        RunFolder killed = new RunFolder(folder.resolve("runs/killed"));
        assertThat(Checkpoint.read(killed.resume()).progress().epoch()).isEqualTo(2);
        assertThat(Checkpoint.read(killed.resume()).state().batches()).isEqualTo(2);

        TinyRun resumed = train(FOUR, "killed");

        assertThat(resumed.end()).isInstanceOf(TrainingEvent.Finished.class);
        assertSameWeights(resumed.folder(), whole.folder());
        assertThat(withoutTime(killed)).isEqualTo(withoutTime(whole.folder()));
        assertThat(EventTail.all(killed.events()).damage()).isEmpty();
    }

    private static List<String> withoutTime(RunFolder run) throws IOException {
        return Files.readAllLines(run.results()).stream()
                .map(line -> line.replaceFirst(",[^,]*", ""))
                .toList();
    }

    private void killInTheThirdEpoch() throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ResumeTest.class.getName(),
                                folder.toString())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        int checkpoints = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = out.readLine()) != null) {
                if (line.equals("Checkpoint")) {
                    checkpoints++;
                } else if (line.equals("Step") && checkpoints == 2) {
                    child.toHandle().destroyForcibly();
                    break;
                }
            }
        }
        child.waitFor();
        assertThat(checkpoints).as(Files.readString(folder.resolve("errors.txt"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.5, 0.999})
    void aCheckpointCutShortCostsTheEpochThatItHeldAndNothingElse(double left) throws Exception {
        Map<RunOption, String> three = Map.of(RunOption.EPOCHS, "3");
        TinyRun whole = train(three, "whole");
        Path run = Files.createDirectories(folder.resolve("runs/cut"));
        stopAfterTheSecondEpoch(three, run);
        RunFolder cut = new RunFolder(run);
        try (FileChannel file = FileChannel.open(cut.resume(), StandardOpenOption.WRITE)) {
            file.truncate((long) (left * file.size()));
        }

        TinyRun resumed = train(three, "cut");

        assertThat(resumed.all(TrainingEvent.Started.class).getFirst().firstEpoch()).isEqualTo(2);
        assertThat(resumed.all(TrainingEvent.Notice.class))
                .singleElement()
                .satisfies(n -> assertThat(n.rule()).isEqualTo("checkpoint"))
                .satisfies(n -> assertThat(n.message()).contains("resume.safetensors", "epoch 1"));
        assertSameWeights(resumed.folder(), whole.folder());
        assertThat(withoutTime(cut)).isEqualTo(withoutTime(whole.folder()));
    }

    /// Between its second checkpoint and the first batch of its third epoch.
    private void stopAfterTheSecondEpoch(Map<RunOption, String> options, Path run)
            throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            TinyRun.of(
                    TinyRun.config(options),
                    TinyData.write(folder.resolve("data"), 5, TinyRun.SIDE),
                    run,
                    workers,
                    event -> {
                        if (event
                                        instanceof
                                        TrainingEvent.Checkpoint(var _, int epoch, var _, var _)
                                && epoch == 2) {
                            stop(new RunFolder(run));
                        }
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adamw"})
    void aStoppedRunGoesOnBitByBitWithEitherOptimizer(String optimizer) throws Exception {
        Map<RunOption, String> two =
                Map.of(
                        RunOption.EPOCHS, "2",
                        RunOption.NBS, "4",
                        RunOption.WARMUP_EPOCHS, "1",
                        RunOption.OPTIMIZER, optimizer);
        TinyRun whole = train(two, "whole");
        Path run = Files.createDirectories(folder.resolve("runs/stopped"));
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            TinyRun.of(
                    TinyRun.config(two),
                    TinyData.write(folder.resolve("data"), 5, TinyRun.SIDE),
                    run,
                    workers,
                    event -> {
                        if (event instanceof TrainingEvent.Checkpoint) {
                            stop(new RunFolder(run));
                        }
                    });
        }

        TinyRun resumed = train(two, "stopped");

        assertSameWeights(resumed.folder(), whole.folder());
    }

    private static void stop(RunFolder run) {
        try {
            run.control().ask(RunControl.Ask.STOP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
