package penumbra.ui.train;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import penumbra.run.PlateResult;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.run.RunRecord;
import penumbra.run.TrainingEvent;
import penumbra.run.landscape.Landscape;

/// A run as far as it was read.
///
/// @param record its folder and configuration, the history of all events
/// @param events in their order
/// @param plates what was found after each epoch that was validated, by its number
/// @param pictures folder that the pictures of its plates are named from, where its data are there
/// @param alive whether a process works on it
/// @param landscapes around the weights of some of its epochs, the newest last
/// @param mapped whether a process computes the newest of them
record WatchedRun(
        RunRecord record,
        List<TrainingEvent> events,
        SequencedMap<Integer, List<PlateResult>> plates,
        Optional<Path> pictures,
        boolean alive,
        List<Landscape> landscapes,
        boolean mapped) {

    WatchedRun {
        landscapes = List.copyOf(landscapes);
        events = List.copyOf(events);
        plates = Collections.unmodifiableSequencedMap(new TreeMap<>(plates));
    }

    RunFolder folder() {
        return record.folder();
    }

    String name() {
        return record.name();
    }

    RunHistory history() {
        return record.history();
    }

    /// The history after the first events.
    RunHistory after(int count) {
        return count >= events.size() ? history() : RunHistory.of(events.subList(0, count));
    }

    /// Whether nothing but further steps lies between an earlier reading and this one.
    boolean onlySteppedSince(WatchedRun earlier) {
        int known = earlier.events.size();
        return known <= events.size()
                && events.subList(known, events.size()).stream()
                        .allMatch(TrainingEvent.Step.class::isInstance)
                && folder().equals(earlier.folder())
                && alive == earlier.alive
                && mapped == earlier.mapped
                && landscapes.equals(earlier.landscapes);
    }

    /// Whether it ended without saying so: nothing works on it and it told no end.
    boolean lost() {
        return !alive && history().end().isEmpty();
    }

    /// Whether a person may go on with it.
    boolean resumable() {
        boolean done =
                history().state() == RunHistory.State.COMPLETED
                        || history().state() == RunHistory.State.PATIENCE;
        return !alive && !done && !record.config().isEmpty();
    }
}
