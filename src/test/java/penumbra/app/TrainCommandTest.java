package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.app.Ran.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.ImageReader;
import penumbra.geometry.Point;
import penumbra.run.ChildJvm;
import penumbra.run.EventTail;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.run.RunOption;
import penumbra.run.RunRecord;
import penumbra.run.TrainProcess;
import penumbra.run.TrainingEvent;
import penumbra.uncertainty.record.PredictionRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `penumbra train` on rendered scenes, in this process and as a child of it.
class TrainCommandTest {

    @TempDir static Path shared;
    private static Path rendered;

    @TempDir Path folder;

    @BeforeAll
    static void render() {
        rendered = shared.resolve("rendered");
        assertThat(run("synth", "--out", rendered, "--images", 6, "--size", "320x256").exit())
                .isZero();
    }

    private Ran train(Path data, Object... more) {
        Stream<Object> usual =
                Stream.of(
                        "train",
                        "--data",
                        data,
                        "--imgsz",
                        64,
                        "--batch",
                        2,
                        "--runs",
                        folder.resolve("runs"),
                        "--threads",
                        1);
        return run(Stream.concat(usual, Stream.of(more)).toArray());
    }

    @Test
    void aRunIsDescribedInOneDocumentAndLeavesWeights() throws Exception {
        Ran ran = train(rendered, "--epochs", 1, "--name", "one", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode result = JsonMapper.shared().readTree(ran.out());
        RunFolder one = new RunFolder(folder.resolve("runs/one"));
        assertThat(result.get("run").asString()).isEqualTo(one.path().toString());
        assertThat(result.get("end").asString()).isEqualTo("COMPLETED");
        assertThat(result.get("bestEpoch").asInt()).isEqualTo(1);
        assertThat(Path.of(result.get("weights").asString())).exists();
        assertThat(ran.err()).contains("epoch 1/1");
        RunConfig config = RunConfig.read(one.arguments());
        assertThat(config.whole(RunOption.IMGSZ)).isEqualTo(64);
        assertThat(config.place(RunOption.DATA)).contains(rendered);
    }

    @Test
    void aProjectIsTrainedWithTheLabelsThatItHasNow() throws Exception {
        Path project = folder.resolve("plates.penumbra");
        assertThat(run("import", "--from", "yolo-pose", rendered, "--project", project).exit())
                .isZero();

        Ran ran = train(project, "--epochs", 1, "--val", 0.34);

        assertThat(ran.exit()).as(ran.err()).isZero();
        TrainingEvent.Started started =
                (TrainingEvent.Started)
                        EventTail.all(new RunFolder(folder.resolve("runs/train")).events())
                                .events()
                                .getFirst();
        int pictures = started.training().pictures() + started.validation().pictures();
        assertThat(started.validation().pictures()).isPositive();
        assertThat(pictures).isBetween(4, 6);
        assertThat(started.classes()).hasSize(16).startsWith("BG", "B1");
    }

    @Test
    void aPreviewDrawsBatchesAndTrainsNothing() throws Exception {
        Ran ran = train(rendered, "--preview", "--name", "look");

        assertThat(ran.exit()).as(ran.err()).isZero();
        RunFolder look = new RunFolder(folder.resolve("runs/look"));
        for (String name : List.of("batch-1", "batch-2", "last-epochs-1")) {
            Path sheet = look.path().resolve("preview").resolve(name + ".png");
            assertThat(ran.out()).contains(sheet.toString());
            assertThat(ImageReader.read(sheet).size().width()).isGreaterThanOrEqualTo(64);
        }
        assertThat(look.events()).doesNotExist();
    }

    @Test
    void theHelpNamesEveryOptionWithItsDefault() {
        String help = run("train", "--help").out();

        for (RunOption option : RunOption.values()) {
            assertThat(help).contains("--" + option.id());
        }
        assertThat(help).contains("Default: 640 px");
    }

    @Test
    void wrongUsageIsSaidInOneSentence() {
        assertThat(train(rendered, "--epochs", "many").exit()).isEqualTo(2);
        assertThat(train(rendered, "--epochs", "many").err())
                .contains("--epochs cannot be 'many': write a whole number from 1 to 100000.");
        assertThat(run("train", "--epochs", 1).err()).contains("--data");
        Path nothing = folder.resolve("nothing");
        assertThat(run("train", "--resume", nothing).exit()).isEqualTo(1);
        assertThat(run("train", "--resume", nothing).err())
                .hasLineCount(1)
                .contains(nothing.resolve("args.yaml").toString());
    }

    @Test
    void aPresetTrainsItsMapsWhichAPredictionLeavesForTheOverlay() throws Exception {
        Ran ran =
                train(
                        rendered,
                        "--preset",
                        "adaanchor+anchors=coarse",
                        "--single-cls",
                        "--epochs",
                        1,
                        "--name",
                        "anchors");
        assertThat(ran.exit()).as(ran.err()).isZero();
        RunFolder run = new RunFolder(folder.resolve("runs/anchors"));
        RunConfig config = RunConfig.read(run.arguments());
        assertThat(config.text(RunOption.HEATMAP)).isEqualTo("adaanchor");
        assertThat(config.text(RunOption.ANCHORS)).isEqualTo("coarse");
        assertThat(config.method().id()).isEqualTo("adaanchor");
        List<TrainingEvent> told = EventTail.all(run.events()).events();
        assertThat(told)
                .filteredOn(TrainingEvent.Started.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        TrainingEvent.Started.class,
                        started -> assertThat(started.classes()).containsExactly("object"));
        int epoch = RunRecord.read(run).history().best().orElseThrow().epoch();
        assertThat(run.readPlates(epoch)).allSatisfy(p -> assertThat(p.occluded()).hasSize(4));

        Path maps = folder.resolve("maps");
        Path picture;
        try (Stream<Path> pictures = Files.list(rendered.resolve("images/val"))) {
            picture = pictures.sorted().findFirst().orElseThrow();
        }
        Ran predicted =
                run(
                        "predict",
                        "--weights",
                        run.best(),
                        "--source",
                        picture,
                        "--imgsz",
                        64,
                        "--maps",
                        maps);
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        PredictionRecord record =
                PredictionRecord.read(maps.resolve(picture.getFileName() + ".maps.json"));
        assertThat(record.isOf(picture.getFileName().toString())).isTrue();
        assertThat(record.stride()).isEqualTo(4);
        assertThat(record.side()).isEqualTo(64);
        assertThat(record.keypoints()).hasSize(4).allMatch(Optional::isPresent);
        assertThat(record.keypoints().getFirst().orElseThrow().local())
                .as("not taught, so that nothing is refined")
                .containsOnly(new Point(0, 0));
    }

    @Test
    void whatIsSaidTwiceAndWhatIsNoMethodAreRefused() {
        assertThat(train(rendered, "--preset", "l1", "--loss", "l2").exit()).isEqualTo(2);
        assertThat(train(rendered, "--preset", "l1", "--loss", "l2").err())
                .contains("--loss is said twice");
        assertThat(train(rendered, "--preset", "l0").err())
                .hasLineCount(1)
                .contains("l0", "adaloss");
    }

    private RunConfig config(Map<RunOption, String> changes) throws RunException {
        Map<RunOption, String> said = new HashMap<>();
        said.put(RunOption.DATA, rendered.toString());
        said.put(RunOption.RUNS, folder.resolve("runs").toString());
        said.put(RunOption.IMGSZ, "64");
        said.put(RunOption.BATCH, "2");
        said.put(RunOption.CACHE_SIZE, "64");
        said.putAll(changes);
        return RunConfig.of(said);
    }

    @Test
    void aRunInAProcessOfItsOwnIsFoundPausedStoppedAndResumed() throws Exception {
        TrainProcess started = TrainProcess.start(config(Map.of(RunOption.EPOCHS, "1000")));
        EventTail tail = new EventTail(started.folder().events());
        await(started, tail, TrainingEvent.Step.class);

        TrainProcess found = TrainProcess.find(started.folder()).orElseThrow();
        found.pause();
        await(started, tail, TrainingEvent.Paused.class);
        assertThatThrownBy(() -> TrainProcess.resume(started.folder()))
                .isInstanceOf(RunException.class);
        found.proceed();
        await(started, tail, TrainingEvent.Continued.class);
        found.stop();
        started.onExit().get(10, TimeUnit.MINUTES);

        assertThat(started.exitCode()).as(started.lastLines().toString()).contains(0);
        assertThat(tail.next().events().getLast())
                .isInstanceOfSatisfying(
                        TrainingEvent.Finished.class,
                        end -> assertThat(end.end()).isEqualTo(TrainingEvent.End.STOPPED));
        assertThat(TrainProcess.find(started.folder())).isEmpty();
    }

    /// What a studio does until it is killed: it starts a run and says where.
    static final class Starter {

        public static void main(String[] arguments) throws Exception {
            RunFolder run = new RunFolder(Path.of(arguments[0]));
            System.out.println(TrainProcess.resume(run).folder().path());
            System.in.read();
        }
    }

    private RunFolder prepared(Map<RunOption, String> changes) throws Exception {
        RunConfig config = config(changes);
        RunFolder run = RunFolder.make(config.place(RunOption.RUNS).orElseThrow(), "found");
        config.absolute().write(run.arguments());
        return run;
    }

    @Test
    void aRunOutlivesWhoStartedItAndIsFoundAgain() throws Exception {
        RunFolder run = prepared(Map.of(RunOption.EPOCHS, "1000"));
        Process starter =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Starter.class.getName(),
                                run.path().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(starter.inputReader().readLine()).isEqualTo(run.path().toString());
        EventTail tail = new EventTail(run.events());
        while (tail.next().events().stream().noneMatch(TrainingEvent.Step.class::isInstance)) {
            assertThat(starter.isAlive()).isTrue();
            Thread.onSpinWait();
        }

        starter.destroyForcibly().waitFor();

        TrainProcess found = TrainProcess.find(run).orElseThrow();
        await(found, tail, TrainingEvent.Step.class);
        found.stop();
        found.onExit().get(10, TimeUnit.MINUTES);
        assertThat(RunRecord.read(run).history().state()).isEqualTo(RunHistory.State.STOPPED);
    }

    @Test
    void aRunThatIsKilledLosesTheEpochItWasAtAndNothingElse() throws Exception {
        RunFolder run = prepared(Map.of(RunOption.EPOCHS, "3"));
        TrainProcess killed = TrainProcess.resume(run);
        EventTail tail = new EventTail(run.events());
        await(killed, tail, TrainingEvent.Checkpoint.class);
        killed.kill();
        killed.onExit().get(10, TimeUnit.MINUTES);
        Files.writeString(run.events(), "{\"event\":\"step\",\"sec", StandardOpenOption.APPEND);

        assertThat(TrainProcess.find(run)).isEmpty();
        assertThat(run("runs", "--runs", run.path().getParent()).out()).contains("broken off");
        assertThat(RunRecord.read(run).damage()).as("a line without end is no damage").isEmpty();
        List<TrainingEvent> before = EventTail.all(run.events()).events();
        int kept = ends(before).getLast();

        TrainProcess resumed = TrainProcess.resume(run);
        resumed.onExit().get(10, TimeUnit.MINUTES);

        assertThat(resumed.exitCode()).as(resumed.lastLines().toString()).contains(0);
        List<TrainingEvent> after = EventTail.all(run.events()).events();
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        List<TrainingEvent> added = after.subList(before.size(), after.size());
        assertThat(added.getFirst())
                .isInstanceOfSatisfying(
                        TrainingEvent.Started.class,
                        s -> assertThat(s.firstEpoch()).isEqualTo(kept + 1));
        assertThat(added).doesNotHaveAnyElementsOfTypes(TrainingEvent.Notice.class);
        assertThat(ends(added)).last().isEqualTo(3);
        assertThat(RunRecord.read(run).history().state()).isEqualTo(RunHistory.State.COMPLETED);
        assertThat(Files.readAllLines(run.results())).hasSize(1 + 3);
    }

    @Test
    void aTrainingThatIsToldToEndByTheSystemDoesSoQuietly() throws Exception {
        RunFolder run = prepared(Map.of(RunOption.EPOCHS, "1000"));
        Path said = folder.resolve("said.txt");
        Process training =
                ChildJvm.of(ChildJvm.FOR_WORDS, List.of("train", "--resume", run.path().toString()))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        EventTail tail = new EventTail(run.events());
        while (tail.next().events().stream().noneMatch(TrainingEvent.Step.class::isInstance)) {
            assertThat(training.isAlive()).isTrue();
            Thread.onSpinWait();
        }

        training.destroy();

        assertThat(training.waitFor()).isEqualTo(130);
        assertThat(said).content().doesNotContain("fatal error");
        assertThat(TrainProcess.find(run)).isEmpty();
    }

    /// The epochs whose checkpoints were told.
    private static List<Integer> ends(List<TrainingEvent> events) {
        return events.stream()
                .filter(TrainingEvent.Checkpoint.class::isInstance)
                .map(c -> ((TrainingEvent.Checkpoint) c).epoch())
                .toList();
    }

    @Test
    void aRunThatFailsSaysWhyInItsLastLines() throws Exception {
        Path nothing = folder.resolve("nothing");
        TrainProcess failing =
                TrainProcess.start(config(Map.of(RunOption.DATA, nothing.toString())));

        failing.onExit().get(10, TimeUnit.MINUTES);

        assertThat(failing.alive()).isFalse();
        assertThat(failing.exitCode()).contains(1);
        assertThat(failing.lastLines().getLast()).contains(nothing.toString());
    }

    /// Reads events until one of that kind came or the process ended.
    private static void await(
            TrainProcess process, EventTail tail, Class<? extends TrainingEvent> kind)
            throws Exception {
        boolean ended = false;
        while (true) {
            List<TrainingEvent> news = tail.next().events();
            if (news.stream().anyMatch(kind::isInstance)) {
                return;
            }
            assertThat(ended).as("%s: %s", kind, process.lastLines()).isFalse();
            ended = !process.alive();
            Thread.onSpinWait();
        }
    }
}
