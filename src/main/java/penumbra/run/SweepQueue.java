package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import penumbra.run.RunHistory.State;
import penumbra.text.Texts;

/// Works through a sweep, some runs at a time. A run that has ended is not made again, one that was
/// broken off goes on from its checkpoint: the same sweep may be asked for until it is whole.
///
/// @param start trains the run of a folder to its end and gives the exit code of its process
/// @param jobs runs at the same time
/// @param executor begins as many tasks at once
public record SweepQueue(Start start, int jobs, Executor executor) {

    /// One run after the other, on the thread that asks.
    public SweepQueue(Start start) {
        this(start, 1, Runnable::run);
    }

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
        Round round = new Round(sweep.runs(), told);
        List<FutureTask<Void>> tasks =
                Stream.generate(() -> new FutureTask<>(round)).limit(jobs).toList();
        tasks.forEach(executor::execute);
        List<Throwable> broken = new ArrayList<>();
        for (FutureTask<Void> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                broken.add(e.getCause());
            }
        }
        if (!broken.isEmpty()) {
            switch (broken.getFirst()) {
                case IOException e -> throw e;
                case InterruptedException e -> throw e;
                case RunException e -> throw e;
                case RuntimeException e -> throw e;
                default -> throw new IllegalStateException(broken.getFirst());
            }
        }
        return round.outcomes();
    }

    /// All runs once, by as many threads as call it.
    private final class Round implements Callable<Void> {

        private final List<Sweep.Planned> runs;
        private final Consumer<Turn> told;
        private final SequencedMap<Integer, Outcome> outcomes = new TreeMap<>();
        private int next;

        Round(List<Sweep.Planned> runs, Consumer<Turn> told) {
            this.runs = runs;
            this.told = told;
        }

        @Override
        public Void call() throws IOException, InterruptedException, RunException {
            try {
                for (int at = begin(); at < runs.size(); at = begin()) {
                    RunFolder folder = runs.get(at).folder();
                    ended(at, hasEnded(folder) ? Outcome.KEPT : made(folder));
                }
            } finally {
                end();
            }
            return null;
        }

        private synchronized int begin() {
            if (next < runs.size()) {
                tell(next, Optional.empty());
            }
            return next++;
        }

        private synchronized void ended(int at, Outcome outcome) {
            outcomes.put(at, outcome);
            tell(at, Optional.of(outcome));
            if (outcome == Outcome.STOPPED) {
                end();
            }
        }

        /// No run begins any more.
        private synchronized void end() {
            next = runs.size();
        }

        private void tell(int at, Optional<Outcome> outcome) {
            told.accept(new Turn(runs.get(at), at + 1, runs.size(), outcome));
        }

        private synchronized List<Outcome> outcomes() {
            return List.copyOf(outcomes.values());
        }
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
