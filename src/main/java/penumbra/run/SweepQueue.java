package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import penumbra.run.RunHistory.State;
import penumbra.text.Texts;

/// Works through a sweep, one run after the other. A run that has ended is not made again, one that
/// was broken off goes on from its checkpoint: the same sweep may be asked for until it is whole.
///
/// @param start trains the run of a folder to its end and gives the exit code of its process
public record SweepQueue(Start start) {

    /// Starts a run.
    @FunctionalInterface
    public interface Start {
        int run(RunFolder folder) throws IOException, InterruptedException, RunException;
    }

    /// How it went with a run.
    public enum Outcome {
        /// It had ended before.
        KEPT,
        DONE,

        /// A person stopped it; the queue ends with it.
        STOPPED,
        FAILED
    }

    /// What is told before a run and after it.
    ///
    /// @param number from 1
    /// @param outcome empty before
    public record Turn(Sweep.Planned run, int number, int of, Optional<Outcome> outcome) {}

    /// @return the outcomes, of fewer runs than there are when one was stopped
    /// @throws RunException if a folder holds a run that was asked for something else; then nothing
    ///   was started
    public List<Outcome> work(Sweep sweep, Consumer<Turn> told)
            throws IOException, InterruptedException, RunException {
        for (Sweep.Planned run : sweep.runs()) {
            prepare(run);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Sweep.Planned run : sweep.runs()) {
            int number = outcomes.size() + 1;
            int of = sweep.runs().size();
            told.accept(new Turn(run, number, of, Optional.empty()));
            Outcome outcome = hasEnded(run.folder()) ? Outcome.KEPT : made(run.folder());
            told.accept(new Turn(run, number, of, Optional.of(outcome)));
            outcomes.add(outcome);
            if (outcome == Outcome.STOPPED) {
                break;
            }
        }
        return outcomes;
    }

    private static void prepare(Sweep.Planned run) throws IOException, RunException {
        RunFolder folder = run.folder();
        if (!Files.exists(folder.arguments())) {
            Files.createDirectories(folder.path());
            run.config().write(folder.arguments());
            return;
        }
        Map<RunOption, String> there = RunConfig.read(folder.arguments()).values();
        String other =
                run.config().values().entrySet().stream()
                        .filter(e -> !there.get(e.getKey()).equals(e.getValue()))
                        .map(e -> "--" + e.getKey().id() + " " + there.get(e.getKey()))
                        .collect(Collectors.joining(", "));
        if (!other.isEmpty()) {
            throw new RunException(Texts.of(SweepQueue.class, "sweep.other", folder.path(), other));
        }
    }

    private Outcome made(RunFolder folder) throws IOException, InterruptedException, RunException {
        int exit = start.run(folder);
        if (exit == 0 && hasEnded(folder)) {
            return Outcome.DONE;
        }
        return exit == 0 && state(folder) == State.STOPPED ? Outcome.STOPPED : Outcome.FAILED;
    }

    private static boolean hasEnded(RunFolder folder) throws IOException {
        State state = state(folder);
        return state == State.COMPLETED || state == State.PATIENCE;
    }

    private static State state(RunFolder folder) throws IOException {
        return RunHistory.of(EventTail.all(folder.events()).events()).state();
    }
}
