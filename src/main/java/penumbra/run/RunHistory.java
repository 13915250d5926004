package penumbra.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// What a run has told so far: one entry for each step and epoch, in their order, the later telling
/// where one was told twice.
///
/// A fold over events. [#with] copies the lists once for all the events it is given, so a watcher
/// that asks a few times a second, as [EventTail] gives news, pays microseconds at 10,000 steps.
///
/// @param starts one, and one more for each time the run was resumed
/// @param checkpoint the newest
/// @param end [TrainingEvent.Finished] or [TrainingEvent.Failed], unless the run went on after it
/// @param seconds at work by the newest event
public record RunHistory(
        List<TrainingEvent.Started> starts,
        List<TrainingEvent.Step> steps,
        List<TrainingEvent.Epoch> epochs,
        List<TrainingEvent.Sigmas> sigmas,
        List<TrainingEvent.Notice> notices,
        Optional<TrainingEvent.Checkpoint> checkpoint,
        boolean paused,
        Optional<TrainingEvent> end,
        double seconds) {

    /// Before the first event.
    public static final RunHistory EMPTY =
            new RunHistory(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    0);

    /// Where a run stands by what it told. A run that was killed told no end.
    public enum State {
        /// Has not begun.
        WAITING,

        /// Told no end: it is at work, or was killed.
        OPEN,
        PAUSED,
        COMPLETED,
        PATIENCE,
        STOPPED,
        FAILED;

        /// In a word or two.
        public String words() {
            return Texts.of(RunHistory.class, "state." + name().toLowerCase(Locale.ROOT));
        }
    }

    public RunHistory {
        starts = List.copyOf(starts);
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
        sigmas = List.copyOf(sigmas);
        notices = List.copyOf(notices);
    }

    public static RunHistory of(List<TrainingEvent> events) {
        return EMPTY.with(events);
    }

    /// With what was told since.
    public RunHistory with(List<TrainingEvent> news) {
        if (news.isEmpty()) {
            return this;
        }
        HistoryFold fold = new HistoryFold(this);
        news.forEach(fold::add);
        return fold.history();
    }

    public State state() {
        return switch (end.orElse(null)) {
            case TrainingEvent.Finished f ->
                    switch (f.end()) {
                        case COMPLETED -> State.COMPLETED;
                        case PATIENCE -> State.PATIENCE;
                        case STOPPED -> State.STOPPED;
                    };
            case TrainingEvent.Failed _ -> State.FAILED;
            case null, default ->
                    paused ? State.PAUSED : starts.isEmpty() ? State.WAITING : State.OPEN;
        };
    }

    /// The start or resumption that the newest events belong to.
    public Optional<TrainingEvent.Started> started() {
        return starts.isEmpty() ? Optional.empty() : Optional.of(starts.getLast());
    }

    /// Epochs that were validated.
    public List<TrainingEvent.Epoch> validated() {
        return epochs.stream().filter(e -> e.validation().isPresent()).toList();
    }

    /// The epoch whose weights the run keeps as its best.
    public Optional<TrainingEvent.Epoch> best() {
        return epochs.reversed().stream()
                .filter(e -> e.validation().filter(TrainingEvent.Validation::best).isPresent())
                .findFirst();
    }

    /// The pairs of keypoints between which errors along and across are told apart: the bars of a
    /// plate, none of anything else.
    public List<Schema.Edge> bars() {
        Schema plate = Schema.ARMOR_PLATE;
        return started().filter(s -> s.keypoints().equals(plate.keypoints())).isPresent()
                ? plate.edges()
                : List.of();
    }

    /// The mean pace of the epochs, pictures per second; empty before one has ended.
    public OptionalDouble pace() {
        return epochs.stream().mapToDouble(TrainingEvent.Epoch::picturesPerSecond).average();
    }
}
