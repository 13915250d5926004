package penumbra.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// A history while events are added to it.
final class HistoryFold {

    private final List<TrainingEvent.Started> starts;
    private final List<TrainingEvent.Step> steps;
    private final List<TrainingEvent.Epoch> epochs;
    private final List<TrainingEvent.Sigmas> sigmas;
    private final List<TrainingEvent.Notice> notices;
    private Optional<TrainingEvent.Checkpoint> checkpoint;
    private boolean paused;
    private Optional<TrainingEvent> end;
    private double seconds;

    HistoryFold(RunHistory so) {
        starts = new ArrayList<>(so.starts());
        steps = new ArrayList<>(so.steps());
        epochs = new ArrayList<>(so.epochs());
        sigmas = new ArrayList<>(so.sigmas());
        notices = new ArrayList<>(so.notices());
        checkpoint = so.checkpoint();
        paused = so.paused();
        end = so.end();
        seconds = so.seconds();
    }

    RunHistory history() {
        return new RunHistory(
                starts, steps, epochs, sigmas, notices, checkpoint, paused, end, seconds);
    }

    void add(TrainingEvent event) {
        seconds = event.seconds();
        switch (event) {
            case TrainingEvent.Started e -> start(e);
            case TrainingEvent.Step e -> append(steps, e, TrainingEvent.Step::step);
            case TrainingEvent.Epoch e -> append(epochs, e, TrainingEvent.Epoch::epoch);
            case TrainingEvent.Sigmas e -> append(sigmas, e, TrainingEvent.Sigmas::epoch);
            case TrainingEvent.Checkpoint e -> checkpoint = Optional.of(e);
            case TrainingEvent.Notice e -> notices.add(e);
            case TrainingEvent.Paused _ -> paused = true;
            case TrainingEvent.Continued _ -> paused = false;
            case TrainingEvent.Finished e -> end = Optional.of(e);
            case TrainingEvent.Failed e -> end = Optional.of(e);
        }
    }

    /// What a run told of epochs that it begins anew holds no more.
    private void start(TrainingEvent.Started event) {
        starts.add(event);
        steps.removeIf(s -> s.epoch() >= event.firstEpoch());
        epochs.removeIf(e -> e.epoch() >= event.firstEpoch());
        sigmas.removeIf(s -> s.epoch() >= event.firstEpoch());
        paused = false;
        end = Optional.empty();
    }

    private static <T> void append(List<T> to, T event, ToIntFunction<T> place) {
        while (!to.isEmpty() && place.applyAsInt(to.getLast()) >= place.applyAsInt(event)) {
            to.removeLast();
        }
        to.add(event);
    }
}
