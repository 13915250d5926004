package penumbra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.engine.landscape.Directions;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;
import penumbra.run.EventLog;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunLock;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.LandscapeEvent;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.LandscapeEvent.Span;
import penumbra.run.landscape.LandscapeTail;
import penumbra.run.landscape.PlaneKind;
import penumbra.run.landscape.Refinement;
import penumbra.run.landscape.Surface;

class LandscapeRunTest {

    private static final Refinement.Node MIDDLE = new Refinement.Node(16, 16);

    @TempDir Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final List<LandscapeEvent> told = new ArrayList<>();
    private final List<Duration> rests = new ArrayList<>();
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

    /// Two epochs; the checkpoint of the first is kept beside.
    private TinyRun train() throws Exception {
        return TinyRun.of(
                TinyRun.config(Map.of()),
                data,
                run.path(),
                workers,
                event -> {
                    if (event instanceof TrainingEvent.Checkpoint c && c.epoch() == 1) {
                        copy(run.resume(), first());
                    }
                });
    }

    private Path first() {
        return folder.resolve("first.safetensors");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void landscape(int pictures, int finest, boolean follow, Runnable onRest)
            throws Exception {
        new LandscapeRun(
                        TinyRun.config(Map.of()),
                        data,
                        run,
                        new LandscapeRun.Wish(pictures, 3, finest, follow, 0.1))
                .run(
                        told::add,
                        least -> {
                            rests.add(least);
                            onRest.run();
                        },
                        message -> assertThat(message).isEmpty());
    }

    private List<Height> heights() {
        return told.stream().filter(Height.class::isInstance).map(Height.class::cast).toList();
    }

    private List<Landscape> read() throws IOException {
        LandscapeTail.News news = new LandscapeTail(run.landscape()).next();
        assertThat(news.damage()).isEmpty();
        return news.landscapes();
    }

    @Test
    void theMiddleOfTheRandomPlaneIsWhatTheRunItselfSaidOfItsPictures() throws Exception {
        TinyRun trained = train();
        landscape(4, 5, false, () -> {});
        TrainingEvent.Validation said =
                trained.all(TrainingEvent.Epoch.class).getLast().validation().orElseThrow();
        Surface random = read().getLast().surface(PlaneKind.RANDOM).orElseThrow();
        assertThat(random.side()).contains(5);
        Height middle = random.heights().get(MIDDLE);
        said.losses()
                .forEach((name, value) ->
                        assertThat(middle.losses().get(name))
                                .as(name)
                                .isCloseTo(value, within(1e-5 * (1 + value))));
        assertThat(middle.auc()).isCloseTo(said.truth().orElseThrow().auc(), within(1e-6));
        assertThat(read().getLast().started().epoch()).isEqualTo(2);
        assertThat(read().getLast().started().pictures()).isEqualTo(4);
        assertThat(read().getLast().started().truth()).isTrue();
        // One rest a node: two planes.
        assertThat(rests).hasSize(2 * 25).containsOnly(Duration.ZERO);
    }

    @Test
    void thePathLeadsThroughTheEpochsToTheWeightsAndItsPlaneHoldsAllOfThree() throws Exception {
        train();
        landscape(1, 5, false, () -> {});
        Surface path = read().getLast().surface(PlaneKind.PATH).orElseThrow();
        Plane plane = path.plane();
        assertThat(plane.path()).extracting(LandscapeEvent.Stop::epoch).containsExactly(0, 1, 2);
        assertThat(plane.path().getLast().at().norm()).isCloseTo(0, within(1e-12));
        // Three weights lie in a plane.
        assertThat(plane.shares().get(0) + plane.shares().get(1)).isCloseTo(1, within(1e-9));
        for (LandscapeEvent.Stop stop : plane.path()) {
            assertThat(stop.x()).isBetween(plane.x().least(), plane.x().most());
            assertThat(stop.y()).isBetween(plane.y().least(), plane.y().most());
        }
        assertThat(plane.x().most() - plane.x().least())
                .isCloseTo(plane.y().most() - plane.y().least(), within(1e-9));
        assertThat(path.heights()).hasSize(25);
    }

    @Test
    void noNodeIsComputedTwiceNeitherInAFinerGridNorWhenItIsAskedForAgain() throws Exception {
        train();
        landscape(1, 5, false, () -> {});
        assertThat(heights()).hasSize(2 * 25);
        Map<Refinement.Node, Height> coarse =
                read().getLast().surface(PlaneKind.RANDOM).orElseThrow().heights();
        told.clear();

        landscape(1, 9, false, () -> {});

        assertThat(told).hasSize(1 + 2 * (81 - 25));
        assertThat(heights())
                .filteredOn(h -> h.plane() == PlaneKind.RANDOM)
                .extracting(Height::node)
                .containsExactlyElementsOf(Refinement.added(9));
        Surface fine = read().getLast().surface(PlaneKind.RANDOM).orElseThrow();
        assertThat(fine.side()).contains(9);
        assertThat(fine.heights()).containsAllEntriesOf(coarse);
        told.clear();
        landscape(1, 9, false, () -> {});
        assertThat(heights()).isEmpty();
        assertThat(read()).hasSize(1);
    }

    @Test
    void oneThatWasEndedAtAnyPointGoesOnThere() throws Exception {
        train();
        assertThatThrownBy(() ->
                        landscape(
                                1,
                                5,
                                false,
                                () -> {
                                    if (rests.size() == 7) {
                                        throw new IllegalStateException("ended");
                                    }
                                }))
                .hasMessage("ended");
        assertThat(read().getLast().surface(PlaneKind.RANDOM).orElseThrow().heights()).hasSize(7);
        assertThat(RunLock.holder(run.landscapeProcess())).isEmpty();
        told.clear();
        landscape(1, 5, false, () -> {});
        assertThat(heights()).hasSize(2 * 25 - 7);
    }

    @Test
    void whatIsAtWorkStaysWithItsEpochUnlessItFollowsTheBest() throws Exception {
        train();
        Path second = folder.resolve("second.safetensors");
        copy(run.resume(), second);
        copy(first(), run.resume());
        landscape(1, 5, false, () -> copy(second, run.resume()));
        assertThat(read())
                .singleElement()
                .satisfies(l -> assertThat(l.started().epoch()).isEqualTo(1));

        Files.delete(run.landscape());
        Files.delete(run.events());
        copy(first(), run.resume());
        rests.clear();
        landscape(
                1,
                5,
                true,
                () -> {
                    if (rests.size() == 4) {
                        copy(second, run.resume());
                        tell(new TrainingEvent.Checkpoint(9, 2, "weights/best.safetensors", true));
                    }
                });
        List<Landscape> both = read();
        assertThat(both).extracting(l -> l.started().epoch()).containsExactly(1, 2);
        assertThat(both.getFirst().surface(PlaneKind.RANDOM).orElseThrow().heights()).hasSize(4);
        assertThat(both.getLast().surface(PlaneKind.RANDOM).orElseThrow().side()).contains(5);
    }

    private void tell(TrainingEvent event) {
        try (EventLog log = EventLog.open(run.events())) {
            log.tell(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itRestsWhileItWaitsForABetterEpochAndEndsWithTheRun() throws Exception {
        train();
        RunLock[] atWork = {RunLock.take(run)};
        landscape(
                1,
                5,
                true,
                () -> {
                    if (rests.getLast().isPositive() && rests.size() == 2 * 25 + 3) {
                        close(atWork[0]);
                    }
                });
        assertThat(rests.subList(2 * 25, rests.size()))
                .hasSize(3)
                .containsOnly(Duration.ofSeconds(1));
    }

    private static void close(RunLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void movedWeightsAreKernelsPlusDirectionsAndStatisticsStay() throws Exception {
        train();
        Checkpoint checkpoint = Checkpoint.read(run.resume());
        Weights at = checkpoint.state().average();
        RunSetup setup = RunSetup.of(TinyRun.config(Map.of()), data);
        try (Torch torch = Torch.open(1);
                LandscapePlanes planes = LandscapePlanes.of(torch, setup, checkpoint, run, 3)) {
            LandscapePlanes.Sheet random = planes.sheets().getFirst();
            Weights x = Directions.random(at, 3, 0);
            Weights y = Directions.random(at, 3, 1);
            random.weights().moveTo(0.5, -0.25);
            Weights moved = planes.network().weights();
            for (String name : at.tensors().keySet()) {
                float[] before = at.tensor(name).floats();
                float[] after = moved.tensor(name).floats();
                if (x.tensors().containsKey(name)) {
                    float[] dx = x.tensor(name).floats();
                    float[] dy = y.tensor(name).floats();
                    for (int i = 0; i < before.length; i++) {
                        assertThat((double) after[i])
                                .isCloseTo(before[i] + 0.5 * dx[i] - 0.25 * dy[i], within(1e-5));
                    }
                } else {
                    assertThat(after).as(name).isEqualTo(before);
                }
            }
            random.weights().moveTo(0, 0);
            assertThat(planes.network().weights().tensors()).isEqualTo(at.tensors());
        }
    }

    @Test
    void whereTheOutputIsNotFiniteThereIsNoLossAndTheRestGoesOn() throws Exception {
        train();
        HeldBack held =
                Feed.heldBack(
                        TinyRun.config(Map.of()), data.validation(), m -> assertThat(m).isEmpty());
        try (Torch torch = Torch.open(1);
                LandscapePlanes planes =
                        LandscapePlanes.of(
                                torch,
                                RunSetup.of(TinyRun.config(Map.of()), data),
                                Checkpoint.read(run.resume()),
                                run,
                                3)) {
            Span far = new Span(-1e30, 1e30);
            LandscapePlanes.Sheet sheet =
                    new LandscapePlanes.Sheet(
                            new Plane(PlaneKind.RANDOM, far, far, List.of(), List.of()),
                            planes.sheets().getFirst().weights());
            Height none = planes.height(sheet, new Refinement.Node(0, 0), held, data.schema());
            assertThat(none.losses()).isEmpty();
            assertThat(none.loss()).isNaN();
            Height middle = planes.height(sheet, MIDDLE, held, data.schema());
            assertThat(middle.loss()).isFinite().isPositive();
        }
    }

    @Test
    void itWorksWithWeightsThatTheRunComputedInBrainFloatsAndWithTheOtherHead() throws Exception {
        Map<RunOption, String> other =
                Map.of(
                        RunOption.HEAD, "heatmap",
                        RunOption.PRECISION, "bf16",
                        RunOption.EPOCHS, "1");
        TinyRun.of(TinyRun.config(other), data, run.path(), workers, _ -> {});
        new LandscapeRun(
                        TinyRun.config(other),
                        data,
                        run,
                        new LandscapeRun.Wish(1, 3, 5, false, 0.1))
                .run(told::add, _ -> {}, m -> assertThat(m).isEmpty());
        assertThat(heights()).hasSize(25);
        assertThat(heights().stream().map(Height::loss).distinct().count()).isGreaterThan(20);
        assertThat(read().getLast().surface(PlaneKind.PATH)).isEmpty();
    }

    @Test
    void withoutACheckpointOrPicturesOrBesideAnotherOneItSaysWhatToDo() throws Exception {
        assertThatThrownBy(() -> landscape(1, 5, false, () -> {}))
                .isInstanceOf(RunException.class)
                .hasMessageContaining(run.path().toString())
                .hasMessageContaining("checkpoint");
        Optional<RunLock> taken = RunLock.take(run.landscapeProcess());
        try (RunLock _ = taken.orElseThrow()) {
            assertThatThrownBy(() -> landscape(1, 5, false, () -> {}))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("another process");
        }
        data =
                new TrainingData(
                        data.root(),
                        data.schema(),
                        data.dims(),
                        data.flip(),
                        data.training(),
                        List.of(),
                        List.of());
        assertThatThrownBy(() -> landscape(1, 5, false, () -> {}))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("--val");
    }
}
