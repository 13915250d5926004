package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.run.RunHistory.State;
import penumbra.run.TrainingEvent.End;
import penumbra.run.TrainingEvent.Errors;
import penumbra.run.TrainingEvent.Part;
import penumbra.run.TrainingEvent.Scores;
import penumbra.run.TrainingEvent.Validation;

class RunHistoryTest {

    private static TrainingEvent.Started started(double seconds, int firstEpoch) {
        return new TrainingEvent.Started(
                seconds,
                Instant.EPOCH,
                "1",
                firstEpoch,
                5,
                2,
                new Part(4, 8),
                new Part(2, 3),
                "cpu",
                "fp32",
                1,
                100,
                List.of("TL"),
                List.of("B1"));
    }

    private static TrainingEvent.Step step(double seconds, int step) {
        return new TrainingEvent.Step(
                seconds,
                step,
                (step + 1) / 2,
                2 - step % 2,
                2,
                new LinkedHashMap<>(),
                List.of(),
                Optional.empty(),
                1,
                0,
                10,
                Optional.empty());
    }

    private static TrainingEvent.Epoch epoch(double seconds, int epoch, boolean best) {
        Scores scores = new Scores(1, 1, 1, 1, 1);
        Errors errors = new Errors(3, 0, 1, 1, 1, 0.1, 1, 1, 0.5, 0);
        return new TrainingEvent.Epoch(
                seconds,
                epoch,
                new LinkedHashMap<>(),
                Optional.of(
                        new Validation(
                                new LinkedHashMap<>(),
                                scores,
                                scores,
                                errors,
                                Optional.empty(),
                                0.5,
                                best)),
                List.of(),
                epoch);
    }

    private static final List<TrainingEvent> TOLD =
            List.of(
                    started(0, 1),
                    step(1, 1),
                    step(2, 2),
                    epoch(3, 1, true),
                    step(4, 3),
                    step(5, 4),
                    epoch(6, 2, true),
                    step(7, 5),
                    new TrainingEvent.Notice(7, 3, "picture", "x"));

    @Test
    void anEventAfterTheOtherGivesTheSameAsAllAtOnce() {
        RunHistory one = RunHistory.EMPTY;
        for (TrainingEvent event : TOLD) {
            one = one.with(List.of(event));
        }
        assertThat(one).isEqualTo(RunHistory.of(TOLD));
        assertThat(one.steps()).extracting(TrainingEvent.Step::step).containsExactly(1, 2, 3, 4, 5);
        assertThat(one.seconds()).isEqualTo(7);
        assertThat(one.notices()).hasSize(1);
        assertThat(one.pace()).hasValue(1.5);
        assertThat(one.with(List.of())).isSameAs(one);
    }

    @Test
    void aResumedRunForgetsWhatItBeginsAnew() {
        RunHistory resumed =
                RunHistory.of(TOLD).with(List.of(started(6, 2), step(7, 3), epoch(8, 2, false)));
        assertThat(resumed.steps()).extracting(TrainingEvent.Step::step).containsExactly(1, 2, 3);
        assertThat(resumed.epochs())
                .extracting(TrainingEvent.Epoch::epoch, TrainingEvent.Epoch::seconds)
                .containsExactly(tuple(1, 3.0), tuple(2, 8.0));
        assertThat(resumed.starts()).hasSize(2);
        assertThat(resumed.started().orElseThrow().firstEpoch()).isEqualTo(2);
        assertThat(resumed.best().orElseThrow().epoch())
                .as("the second epoch is no longer best")
                .isEqualTo(1);
    }

    @Test
    void anEpochToldTwiceCountsOnceAndAsItWasToldLast() {
        RunHistory twice = RunHistory.of(TOLD).with(List.of(epoch(9, 2, false)));
        assertThat(twice.epochs()).hasSize(2);
        assertThat(twice.epochs().getLast().seconds()).isEqualTo(9);
    }

    @Test
    void theStateIsWhatTheLastEventsSay() {
        List<TrainingEvent> events = new ArrayList<>();
        assertThat(RunHistory.of(events).state()).isEqualTo(State.WAITING);
        events.add(started(0, 1));
        assertThat(RunHistory.of(events).state()).isEqualTo(State.OPEN);
        events.add(new TrainingEvent.Paused(1));
        assertThat(RunHistory.of(events).state()).isEqualTo(State.PAUSED);
        events.add(new TrainingEvent.Continued(1));
        assertThat(RunHistory.of(events).state()).isEqualTo(State.OPEN);
        for (End end : End.values()) {
            RunHistory ended =
                    RunHistory.of(events).with(List.of(new TrainingEvent.Finished(2, end, 1, 0.5)));
            assertThat(ended.state()).hasToString(end.name());
        }
        events.add(new TrainingEvent.Failed(2, "disk", "full"));
        assertThat(RunHistory.of(events).state()).isEqualTo(State.FAILED);
        events.add(started(2, 1));
        assertThat(RunHistory.of(events).state()).as("resumed").isEqualTo(State.OPEN);
    }
}
