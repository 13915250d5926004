package penumbra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.engine.PoseWeights;
import penumbra.engine.net.YoloV8Heatmap;
import penumbra.engine.weights.ClassNames;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Size;
import penumbra.run.EventTail;
import penumbra.run.PlateResult;
import penumbra.run.RunConfig;
import penumbra.run.RunControl;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunLock;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;
import penumbra.uncertainty.record.SigmaRecord;

class TrainingRunTest {

    @TempDir Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private RunFolder run;
    private TrainingData data;

    @BeforeEach
    void make() throws IOException {
        data = TinyData.write(folder.resolve("data"), 4, TinyRun.SIDE);
        run = RunFolder.make(folder.resolve("runs"), "tiny");
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    private TinyRun train(Map<RunOption, String> changes) throws Exception {
        return train(changes, _ -> {});
    }

    private TinyRun train(Map<RunOption, String> changes, Consumer<TrainingEvent> watcher)
            throws Exception {
        return TinyRun.of(TinyRun.config(changes), data, run.path(), workers, watcher);
    }

    @Test
    void aRunInPartsIsTheSameEveryTime() throws Exception {
        Map<RunOption, String> parts = Map.of(RunOption.PARTS, "2", RunOption.THREADS, "2");

        Path one = train(parts).folder().last();
        run = RunFolder.make(folder.resolve("runs"), "other");
        Path other = train(parts).folder().last();

        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    @Test
    void eightPicturesAreLearnedByHeart() throws Exception {
        TrainingData eight = TinyData.write(folder.resolve("eight"), 8, TinyRun.SIDE);
        List<LoadedPicture> often =
                Collections.nCopies(20, eight.training()).stream().flatMap(List::stream).toList();
        data =
                new TrainingData(
                        eight.root(),
                        eight.schema(),
                        3,
                        Optional.empty(),
                        often,
                        eight.validation(),
                        List.of());

        TinyRun learned =
                train(
                        Map.of(
                                RunOption.EPOCHS, "9",
                                RunOption.BATCH, "8",
                                RunOption.NBS, "8",
                                RunOption.LR0, "0.004",
                                RunOption.TRANSLATE, "0.1",
                                RunOption.SCALE, "0.1",
                                RunOption.EMA_DECAY, "0.9",
                                RunOption.EMA_STEPS, "20",
                                RunOption.THREADS, "2"));

        List<TrainingEvent.Epoch> epochs = learned.all(TrainingEvent.Epoch.class);
        assertThat(sum(epochs.getLast())).isLessThan(sum(epochs.getFirst()) / 3);
        TrainingEvent.Validation last = epochs.getLast().validation().orElseThrow();
        assertThat(last.keypoints().map50()).isGreaterThan(0.99);
        assertThat(last.truth().orElseThrow().missed()).isZero();
        assertThat(last.truth().orElseThrow().rmse()).isLessThan(1);
    }

    private static double sum(TrainingEvent.Epoch epoch) {
        return epoch.training().values().stream().mapToDouble(v -> v).sum();
    }

    @Test
    void aRunLeavesItsFilesAndTellsWhatHappenedInOrder() throws Exception {
        TinyRun done = train(Map.of());

        assertThat(done.end())
                .isInstanceOfSatisfying(
                        TrainingEvent.Finished.class,
                        end -> assertThat(end.end()).isEqualTo(TrainingEvent.End.COMPLETED));
        assertThat(done.events().stream().map(e -> e.getClass().getSimpleName()))
                .containsExactly(
                        "Started",
                        "Step",
                        "Step",
                        "Epoch",
                        "Checkpoint",
                        "Step",
                        "Step",
                        "Epoch",
                        "Checkpoint",
                        "Finished");
        EventTail.News written = EventTail.all(run.events());
        assertThat(written.damage()).isEmpty();
        assertThat(written.events()).isEqualTo(done.events());
        assertThat(Files.readAllLines(run.results())).hasSize(3);
        List<PlateResult> plates = run.readPlates(2);
        assertThat(plates).hasSize(targets());
        assertThat(plates.getFirst().picture()).isEqualTo("frame0.png");
        PoseWeights best = PoseWeights.read(run.best());
        assertThat(ClassNames.of(best.weights().metadata(), 2)).containsExactly("BG", "B1");
        assertThat(best.weights().metadata()).containsEntry("kpt_shape", "[4, 3]");
        assertThat(Files.readString(run.arguments())).contains("epochs: 2", "imgsz: 64");
    }

    @Test
    void aRunBeginsWithRenderedPlatesAndTheClassesThatItSharesWithThem() throws Exception {
        assertThat(RunOption.START.usual()).isEqualTo("rendered");
        TinyRun begun = train(Map.of(RunOption.START, "rendered", RunOption.EPOCHS, "1"));
        Weights first = SafetensorsFile.read(run.snapshots().resolve("epoch-0000.safetensors"));
        Weights rendered = PoseWeights.rendered();
        List<String> known = ClassNames.of(rendered.metadata(), 16);
        for (String name : List.of("model.0.conv.weight", "model.22.cv4.2.2.weight")) {
            assertThat(first.tensor(name).floats())
                    .as(name)
                    .isEqualTo(rendered.tensor(name).floats());
        }
        float[] own = first.tensor("model.22.cv3.0.2.bias").floats();
        float[] theirs = rendered.tensor("model.22.cv3.0.2.bias").floats();
        assertThat(own).containsExactly(theirs[known.indexOf("BG")], theirs[known.indexOf("B1")]);
        assertThat(begun.all(TrainingEvent.Notice.class)).isEmpty();
    }

    @Test
    void aHeadThatRenderedPlatesDoNotHaveBeginsWithNothingAndTheRunSaysSo() throws Exception {
        TinyRun begun =
                train(
                        Map.of(
                                RunOption.START, "rendered",
                                RunOption.HEAD, "heatmap",
                                RunOption.EPOCHS, "1"));
        assertThat(begun.all(TrainingEvent.Notice.class))
                .singleElement()
                .satisfies(n -> assertThat(n.rule()).isEqualTo("weights"))
                .satisfies(n -> assertThat(n.message()).contains("keep their initial values"));
    }

    @Test
    void asManyEpochsAreMadeAsFitIntoTheMinutesAndAResumedRunKeepsThem() throws Exception {
        // An epoch is one batch of 2 s and half a second for its files, besides validation of 3 s.
        assertThat(new Pace(2, 3, 1).epochs(60)).isEqualTo(10);
        assertThat(new Pace(2, 3, 1).epochs(1)).isEqualTo(1);
        RunConfig asked = TinyRun.config(Map.of(RunOption.MINUTES, "0.001", RunOption.EPOCHS, "7"));
        TrainingRun.of(asked, data, run, workers, TinyRun.PARTS).run(_ -> {});
        RunConfig written = RunConfig.read(run.arguments());
        assertThat(written.whole(RunOption.EPOCHS)).isEqualTo(1);
        assertThat(written.real(RunOption.MINUTES)).isEqualTo(0.001);
        assertThat(EventTail.all(run.events()).events())
                .filteredOn(TrainingEvent.Notice.class::isInstance)
                .extracting(e -> ((TrainingEvent.Notice) e).rule())
                .containsExactly("pace");
        List<TrainingEvent> again = new ArrayList<>();
        TrainingRun.of(written, data, run, workers, TinyRun.PARTS).run(again::add);
        assertThat(again).noneMatch(TrainingEvent.Step.class::isInstance);
        assertThat(written.method().silent()).contains("epochs");
        assertThat(TinyRun.config(Map.of()).method().silent()).doesNotContain("epochs");
    }

    @Test
    void aLargerInputIsSaidWhereBarsAreShortAndNobodyChoseOne() throws Exception {
        LoadedPicture picture = data.training().getFirst();
        LoadedPicture large =
                new LoadedPicture(
                        picture.file(), new Size(4096, 4096), picture.labels(), picture.truth());
        TrainingData small =
                new TrainingData(
                        data.root(),
                        data.schema(),
                        3,
                        Optional.empty(),
                        List.of(large),
                        List.of(),
                        List.of());
        RunConfig usual = RunConfig.of(Map.of());
        assertThat(TrainingRun.small(usual, small)).get().asString().contains("--imgsz 1280");
        assertThat(TrainingRun.small(usual, data)).isEmpty();
        assertThat(TrainingRun.small(RunConfig.of(Map.of(RunOption.IMGSZ, "320")), small))
                .isEmpty();
    }

    private int targets() {
        return data.validation().stream().mapToInt(p -> p.labels().size()).sum();
    }

    @Test
    void aStepIsMadeOnlyWhenEnoughPicturesAreGathered() throws Exception {
        TinyRun done = train(Map.of(RunOption.NBS, "6"));

        assertThat(
                        done.all(TrainingEvent.Step.class).stream()
                                .map(s -> s.gradientNorm().isPresent()))
                .containsExactly(false, false, true, false);
    }

    @Test
    void aRunEndsWhenNoEpochWasBetterForLong() throws Exception {
        // Weights that stay as they are: the fitness of the first epoch is never beaten.
        TinyRun done =
                train(
                        Map.of(
                                RunOption.EPOCHS, "9",
                                RunOption.PATIENCE, "2",
                                RunOption.LR0, "1e-9",
                                RunOption.FITNESS, "rmse"));

        assertThat(done.end())
                .isInstanceOfSatisfying(
                        TrainingEvent.Finished.class,
                        end -> {
                            assertThat(end.end()).isEqualTo(TrainingEvent.End.PATIENCE);
                            assertThat(end.bestEpoch()).isEqualTo(1);
                            assertThat(end.bestFitness()).isEqualTo(-8);
                        });
        assertThat(done.all(TrainingEvent.Epoch.class)).hasSize(3);
    }

    @Test
    void aPictureThatCannotBeReadIsNamedAndTheRunGoesOn() throws Exception {
        Path broken = data.training().get(1).file();
        Files.writeString(broken, "no picture");

        TinyRun done = train(Map.of(RunOption.EPOCHS, "1"));

        assertThat(done.end()).isInstanceOf(TrainingEvent.Finished.class);
        assertThat(done.all(TrainingEvent.Notice.class))
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.message()).contains("frame1.png"));
        assertThat(done.all(TrainingEvent.Step.class).stream().mapToInt(s -> s.pictures()))
                .containsExactly(2, 1);
    }

    @Test
    void weightsThatLeadNowhereAreGivenUpAndTheRunSaysWhatToDo() throws Exception {
        TinyRun done =
                train(Map.of(RunOption.EPOCHS, "50", RunOption.LR0, "1e9", RunOption.THREADS, "2"));

        assertThat(done.end())
                .isInstanceOfSatisfying(
                        TrainingEvent.Failed.class,
                        end -> {
                            assertThat(end.rule()).isEqualTo("diverged");
                            assertThat(end.message()).contains("--lr0");
                        });
        assertThat(
                        done.all(TrainingEvent.Notice.class).stream()
                                .map(TrainingEvent.Notice::rule)
                                .filter("fallback"::equals))
                .hasSize(3);
        List<Double> rates =
                done.all(TrainingEvent.Step.class).stream()
                        .map(s -> s.learningRates().getFirst())
                        .distinct()
                        .toList();
        assertThat(rates).contains(1e9, 5e8, 2.5e8, 1.25e8);
        Checkpoint kept = Checkpoint.read(run.resume());
        assertThat(kept.progress().epoch()).isZero();
        kept.state()
                .network()
                .tensors()
                .forEach((name, tensor) -> assertThat(tensor.doubles()).doesNotContain(Double.NaN));
    }

    @Test
    void whatCannotBeWrittenEndsTheRunAndTheLastCheckpointStays() throws Exception {
        TinyRun done =
                train(
                        Map.of(),
                        event -> {
                            if (event instanceof TrainingEvent.Checkpoint) {
                                standInTheWayOf(run.last());
                            }
                        });

        assertThat(done.end())
                .isInstanceOfSatisfying(
                        TrainingEvent.Failed.class,
                        end -> assertThat(end.message()).contains("last.safetensors"));
        assertThat(Checkpoint.read(run.resume()).progress().epoch()).isEqualTo(1);
        assertThat(done.all(TrainingEvent.Epoch.class)).hasSize(2);
    }

    private static void standInTheWayOf(Path file) {
        try {
            Files.delete(file);
            Files.createDirectories(file.resolve("filled"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStoppedRunGoesOnWhereItWas() throws Exception {
        TinyRun stopped =
                train(
                        Map.of(RunOption.EPOCHS, "3"),
                        event -> {
                            if (event instanceof TrainingEvent.Step s && s.step() == 3) {
                                ask(RunControl.Ask.STOP);
                            }
                        });
        assertThat(stopped.end())
                .isInstanceOfSatisfying(
                        TrainingEvent.Finished.class,
                        end -> assertThat(end.end()).isEqualTo(TrainingEvent.End.STOPPED));
        assertThat(run.control().asked()).isEmpty();

        TinyRun resumed = train(Map.of(RunOption.EPOCHS, "3"));

        assertThat(resumed.all(TrainingEvent.Started.class).getFirst().firstEpoch()).isEqualTo(2);
        assertThat(resumed.all(TrainingEvent.Epoch.class).stream().map(e -> e.epoch()))
                .containsExactly(2, 3);
        assertThat(Files.readAllLines(run.results())).hasSize(4);
    }

    private void ask(RunControl.Ask ask) {
        try {
            run.control().ask(ask);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPausedRunWaitsAndContinues() throws Exception {
        TinyRun done =
                train(
                        Map.of(),
                        event -> {
                            if (event instanceof TrainingEvent.Step s && s.step() == 1) {
                                ask(RunControl.Ask.PAUSE);
                            }
                            if (event instanceof TrainingEvent.Paused) {
                                ask(RunControl.Ask.CONTINUE);
                            }
                        });

        assertThat(done.events().stream().map(e -> e.getClass().getSimpleName()))
                .startsWith("Started", "Step", "Paused", "Continued", "Step");
        assertThat(done.end()).isInstanceOf(TrainingEvent.Finished.class);
    }

    @Test
    void aHeatMapHeadIsTrainedWithDeviationsThatFollowItsLosses() throws Exception {
        TinyRun done = train(Map.of(RunOption.HEAD, "heatmap", RunOption.HEATMAP, "adaloss"));

        assertThat(done.end()).isInstanceOf(TrainingEvent.Finished.class);
        List<TrainingEvent.Sigmas> sigmas = done.all(TrainingEvent.Sigmas.class);
        assertThat(sigmas).hasSize(2).allSatisfy(s -> assertThat(s.unit()).isEqualTo("cells"));
        assertThat(sigmas.getLast().keypoints()).hasSize(4);
        // What is told is what the epoch was trained with: at first a quarter of the map's cells.
        double quarter = TinyRun.SIDE / 4 / 4.0;
        assertThat(sigmas.getFirst().keypoints())
                .allSatisfy(k -> assertThat(k.sigma()).isEqualTo(quarter));
        assertThat(Checkpoint.read(run.resume()).progress().sigmas()).isNotEmpty();
        assertThat(SigmaRecord.read(run.events()).epochs())
                .extracting(SigmaRecord.Epoch::number)
                .containsExactly(1, 2);
        assertThat(PoseWeights.read(run.best()).architecture()).isInstanceOf(YoloV8Heatmap.class);
    }

    @Test
    void mapsHaveTheCellsThatARunAsksFor() throws Exception {
        TinyRun coarse =
                train(
                        Map.of(
                                RunOption.HEAD, "heatmap",
                                RunOption.HEATMAP, "adaloss",
                                RunOption.MAP_STRIDE, "8",
                                RunOption.EPOCHS, "1"));

        YoloV8Heatmap network = (YoloV8Heatmap) PoseWeights.read(run.best()).architecture();
        assertThat(network.layout().stride()).isEqualTo(8);
        assertThat(coarse.all(TrainingEvent.Sigmas.class).getFirst().keypoints())
                .allSatisfy(k -> assertThat(k.sigma()).isEqualTo(TinyRun.SIDE / 8 / 4.0));
    }

    @Test
    void targetsHaveTheRadiiThatARunAsksFor() throws Exception {
        double usual = firstLossOfMaps("correct", "usual");

        assertThat(firstLossOfMaps("correct", "again")).isEqualTo(usual);
        assertThat(firstLossOfMaps("legacy", "wide")).isNotEqualTo(usual);
    }

    private double firstLossOfMaps(String radius, String name) throws Exception {
        run = RunFolder.make(folder.resolve("runs"), name);
        TinyRun done =
                train(
                        Map.of(
                                RunOption.HEAD, "heatmap",
                                RunOption.RADIUS, radius,
                                RunOption.EPOCHS, "1"));
        return done.all(TrainingEvent.Step.class).getFirst().losses().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    @Test
    void theKeypointLossBeginsWideWhereAScheduleSaysSo() throws Exception {
        TinyRun done = train(Map.of(RunOption.SIGMA_SCHEDULE, "safe", RunOption.LOSS, "oks"));

        assertThat(done.all(TrainingEvent.Sigmas.class))
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.unit()).isEqualTo("times"));
        assertThatThrownBy(() ->
                        train(
                                Map.of(
                                        RunOption.SIGMA_SCHEDULE, "safe",
                                        RunOption.LOSS, "l1")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("l1");
    }

    @Test
    void withoutPicturesHeldBackTheNewestWeightsAreTheBest() throws Exception {
        data =
                new TrainingData(
                        data.root(),
                        data.schema(),
                        3,
                        Optional.empty(),
                        data.training(),
                        List.of(),
                        List.of());

        TinyRun done = train(Map.of());

        assertThat(done.all(TrainingEvent.Epoch.class))
                .allSatisfy(e -> assertThat(e.validation()).isEmpty());
        assertThat(PoseWeights.read(run.best()).weights().metadata()).containsEntry("epoch", "2");
    }

    @Test
    void aRunThatAnotherProcessWorksOnIsLeftAlone() throws Exception {
        try (RunLock _ = RunLock.take(run)) {
            assertThatThrownBy(() -> train(Map.of()))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining(run.path().toString());
        }
    }

    @Test
    void optionsThatDoNotFitTheDataAreNamed() {
        data =
                new TrainingData(
                        data.root(),
                        data.schema(),
                        3,
                        Optional.empty(),
                        data.training(),
                        List.of(),
                        List.of());
        assertThatThrownBy(() -> train(Map.of(RunOption.FITNESS, "clean-rmse")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("clean-rmse");
        assertThatThrownBy(() -> train(Map.of(RunOption.LOSS_PARAM, "nothing=1")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void mosaicsEndBeforeTheRunAlsoWhenItIsShort() throws Exception {
        assertThat(mosaics("20", "10")).isEqualTo(10);
        assertThat(mosaics("100", "10")).isEqualTo(90);
        assertThat(mosaics("5", "10")).isEqualTo(3);
        assertThat(mosaics("1", "10")).isEqualTo(1);
        assertThat(mosaics("5", "0")).isEqualTo(5);
    }

    /// How many of the first epochs see mosaics.
    private long mosaics(String epochs, String closed) throws RunException {
        var config =
                TinyRun.config(Map.of(RunOption.EPOCHS, epochs, RunOption.CLOSE_MOSAIC, closed));
        Epochs all = new Epochs(config, RunSetup.of(config, data), data, null, null, null);
        long mosaics = 0;
        while (all.mosaic((int) mosaics) && mosaics < Integer.parseInt(epochs)) {
            mosaics++;
        }
        return mosaics;
    }
}
