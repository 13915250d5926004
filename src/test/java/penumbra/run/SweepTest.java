package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.SweepQueue.Outcome;
import penumbra.run.TrainingEvent.End;

class SweepTest {

    @TempDir Path runs;
    private final List<String> started = new ArrayList<>();

    private RunConfig base() throws RunException {
        return RunConfig.of(
                Map.of(
                        RunOption.DATA, "data.yaml",
                        RunOption.NAME, "try",
                        RunOption.SEED, "5",
                        RunOption.RUNS, runs.toString()));
    }

    private Sweep sweep(List<String> losses, List<String> gains, int seeds) throws RunException {
        return Sweep.of(
                base(),
                List.of(SweepAxis.of(RunOption.LOSS, losses), SweepAxis.of(RunOption.GAINS, gains)),
                seeds);
    }

    private Sweep two() throws RunException {
        return sweep(List.of("l1", "helium"), List.of("matched"), 1);
    }

    /// A training that ends at once.
    private int train(RunFolder folder) throws IOException {
        started.add(folder.name());
        new MadeUpRun("l1", 5, 1, 0, 2, 2).work(folder);
        return 0;
    }

    private static int end(RunFolder folder, TrainingEvent end) throws IOException {
        try (EventLog log = EventLog.open(folder.events())) {
            log.tell(end);
        }
        return end instanceof TrainingEvent.Failed ? 1 : 0;
    }

    @Test
    void aComparisonBeginsWithNothingUnlessSomebodySaysWithWhat() {
        assertThat(Sweep.common(Map.of(RunOption.EPOCHS, "3")))
                .isEqualTo(Map.of(RunOption.EPOCHS, "3", RunOption.START, "nothing"));
        assertThat(Sweep.common(Map.of(RunOption.START, "rendered")))
                .isEqualTo(Map.of(RunOption.START, "rendered"));
    }

    @Test
    void everyLossHasEveryGainAndSeed() throws RunException {
        Sweep sweep = sweep(List.of("l1", "helium"), List.of("matched", "3.5"), 2);
        assertThat(sweep.runs())
                .extracting(r -> r.folder().name())
                .containsExactly(
                        "try-l1-matched-s5",
                        "try-l1-3.5-s5",
                        "try-helium-matched-s5",
                        "try-helium-3.5-s5",
                        "try-l1-matched-s6",
                        "try-l1-3.5-s6",
                        "try-helium-matched-s6",
                        "try-helium-3.5-s6");
        RunConfig last = sweep.runs().getLast().config();
        assertThat(last.text(RunOption.LOSS)).isEqualTo("helium");
        assertThat(last.text(RunOption.POSE)).isEqualTo("3.5");
        assertThat(last.text(RunOption.GAINS)).isEqualTo("own");
        assertThat(last.text(RunOption.SEED)).isEqualTo("6");
        assertThat(last.text(RunOption.NAME)).isEqualTo("try-helium-3.5-s6");
        assertThat(last.text(RunOption.DATA)).isEqualTo("data.yaml");
        assertThat(Sweep.report(base())).isEqualTo(runs.resolve("try-comparison"));
    }

    @Test
    void aLossThatIsNoneIsNamedBeforeAnythingStarts() {
        assertThatThrownBy(() -> sweep(List.of("l1", "l3"), List.of("own"), 1))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("l3");
        assertThatThrownBy(() -> sweep(List.of("l1"), List.of("much"), 1))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("much");
        assertThatThrownBy(() -> sweep(List.of("l1"), List.of("own"), 0))
                .isInstanceOf(RunException.class);
    }

    @Test
    void anyOptionMayBeAnAxisAndItsValuesStandInTheNames() throws RunException {
        Sweep sweep =
                Sweep.of(
                        base().with(RunOption.HEAD, "heatmap").with(RunOption.HEATMAP, "adaloss"),
                        List.of(
                                SweepAxis.of(RunOption.SIGMA, List.of("2", "rel")),
                                SweepAxis.of(RunOption.LR0, List.of("0.001", "0.0001"))),
                        1);
        assertThat(sweep.runs())
                .extracting(r -> r.config().text(RunOption.NAME))
                .containsExactly(
                        "try-adaloss-2-0.001-s5",
                        "try-adaloss-2-0.0001-s5",
                        "try-adaloss-rel-0.001-s5",
                        "try-adaloss-rel-0.0001-s5");
        assertThat(sweep.runs().get(1).config().text(RunOption.SIGMA)).isEqualTo("2");
        assertThat(sweep.runs().get(1).config().real(RunOption.LR0)).isEqualTo(0.0001);
    }

    @Test
    void presetsAreWholeMethodsWithOptionsOfTheirOwn() throws RunException {
        SweepAxis presets =
                SweepAxis.presets(
                        List.of("helium", "centernet", "adaanchor+anchors=nearest", "adaanchor"));
        List<Sweep.Planned> runs = Sweep.of(base(), List.of(presets), 1).runs();
        assertThat(runs)
                .extracting(r -> r.folder().name())
                .containsExactly(
                        "try-helium-s5",
                        "try-centernet-s5",
                        "try-adaanchor-nearest-s5",
                        "try-adaanchor-s5");
        assertThat(runs)
                .extracting(r -> r.config().text(RunOption.HEAD))
                .containsExactly("pose", "heatmap", "heatmap", "heatmap");
        assertThat(runs)
                .extracting(r -> r.config().text(RunOption.ANCHORS))
                .containsExactly("ada", "ada", "nearest", "ada");
    }

    @Test
    void aPresetThatIsNoneOrAsksForNoOptionIsNamed() {
        assertThatThrownBy(() -> SweepAxis.presets(List.of("helium", "centrenet")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("centrenet")
                .hasMessageContaining("centernet");
        for (String wrong : List.of("adaloss+sigma", "adaloss+sigmo=2", "adaloss+seed=2")) {
            assertThatThrownBy(() -> SweepAxis.presets(List.of(wrong)))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining(wrong)
                    .hasMessageContaining("METHOD+OPTION=VALUE");
        }
        assertThatThrownBy(() ->
                        Sweep.of(
                                base(),
                                List.of(SweepAxis.presets(List.of("adaloss+sigma=wide"))),
                                1))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("wide");
    }

    @Test
    void runsAreMadeOneAfterTheOtherAndNotTwice() throws Exception {
        List<SweepQueue.Turn> turns = new ArrayList<>();
        SweepQueue queue = new SweepQueue(this::train);
        assertThat(queue.work(two(), turns::add)).containsExactly(Outcome.DONE, Outcome.DONE);
        assertThat(started).containsExactly("try-l1-s5", "try-helium-s5");
        assertThat(turns)
                .extracting(SweepQueue.Turn::number, SweepQueue.Turn::outcome)
                .containsExactly(
                        tuple(1, Optional.empty()),
                        tuple(1, Optional.of(Outcome.DONE)),
                        tuple(2, Optional.empty()),
                        tuple(2, Optional.of(Outcome.DONE)));
        assertThat(RunConfig.read(two().runs().getFirst().folder().arguments()))
                .isEqualTo(two().runs().getFirst().config());
        assertThat(queue.work(two(), turns::add)).containsExactly(Outcome.KEPT, Outcome.KEPT);
        assertThat(started).hasSize(2);
        Sweep more = sweep(List.of("l1", "helium"), List.of("matched"), 2);
        queue.work(more, turns::add);
        assertThat(started.subList(2, 4)).containsExactly("try-l1-s6", "try-helium-s6");
    }

    @Test
    void runsAreMadeAtTheSameTimeWhereSeveralMayBe() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        List<SweepQueue.Turn> turns = new ArrayList<>();
        SweepQueue queue =
                new SweepQueue(
                        folder -> {
                            // None gets on before two have begun.
                            await(both);
                            new MadeUpRun("l1", 5, 1, 0, 2, 2).work(folder);
                            return 0;
                        },
                        2,
                        task -> Thread.ofPlatform().daemon().start(task));

        assertThat(queue.work(sweep(List.of("l1", "helium"), List.of("own"), 2), turns::add))
                .containsExactly(Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.DONE);
        assertThat(turns)
                .extracting(SweepQueue.Turn::number, SweepQueue.Turn::outcome)
                .startsWith(tuple(1, Optional.empty()), tuple(2, Optional.empty()))
                .contains(tuple(4, Optional.of(Outcome.DONE)));
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noRunBeginsAfterOneThatCannotBeStarted() {
        SweepQueue queue =
                new SweepQueue(folder -> {
                    started.add(folder.name());
                    throw new IOException("no process");
                });

        assertThatThrownBy(() -> queue.work(two(), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("no process");
        assertThat(started).containsExactly("try-l1-s5");
    }

    @Test
    void aRunThatFailsDoesNotEndTheQueueAndIsTriedAgain() throws Exception {
        TrainingEvent failed = new TrainingEvent.Failed(1, "memory", "no memory");
        List<Outcome> first =
                new SweepQueue(f -> f.name().contains("l1") ? end(f, failed) : train(f))
                        .work(two(), _ -> {});
        assertThat(first).containsExactly(Outcome.FAILED, Outcome.DONE);
        assertThat(new SweepQueue(this::train).work(two(), _ -> {}))
                .containsExactly(Outcome.DONE, Outcome.KEPT);
        assertThat(new SweepQueue(_ -> 0).work(fresh(), _ -> {}))
                .as("a process that ends well without having told an end")
                .containsOnly(Outcome.FAILED);
    }

    private Sweep fresh() throws RunException {
        return sweep(List.of("l2"), List.of("own"), 1);
    }

    @Test
    void aRunThatAPersonStopsEndsTheQueueAndGoesOnLater() throws Exception {
        TrainingEvent stopped = new TrainingEvent.Finished(1, End.STOPPED, 0, 0);
        assertThat(new SweepQueue(f -> end(f, stopped)).work(two(), _ -> {}))
                .containsExactly(Outcome.STOPPED);
        assertThat(new SweepQueue(this::train).work(two(), _ -> {}))
                .containsExactly(Outcome.DONE, Outcome.DONE);
    }

    @Test
    void aFolderOfARunThatWasAskedForSomethingElseIsLeftAlone() throws Exception {
        RunFolder other = two().runs().getLast().folder();
        Files.createDirectories(other.path());
        two().runs().getLast().config().with(RunOption.EPOCHS, "7").write(other.arguments());
        assertThatThrownBy(() -> new SweepQueue(this::train).work(two(), _ -> {}))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("try-helium-s5")
                .hasMessageContaining("--epochs 7");
        assertThat(started).as("not even the other one").isEmpty();
    }
}
