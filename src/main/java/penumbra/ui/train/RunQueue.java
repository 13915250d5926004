package penumbra.ui.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import penumbra.run.RunFolder;
import penumbra.run.RunLock;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;

/// Starts runs one after the other, each as a process that goes on when the window is closed. Owned
/// by the window's thread; files and processes are dealt with on a worker.
final class RunQueue {

    private static final int LAST_LINES = 12;

    private final TrainState state;
    private final Starter starter;
    private final Path runs;
    private final Background background;
    private final Consumer<RunFolder> begun;
    private final BiConsumer<String, List<String>> crashed;
    private final Consumer<Throwable> failed;

    /// @param runs folder of the runs
    /// @param begun gets a run that was started
    /// @param crashed gets the name of a run whose process failed, and its last lines
    /// @param failed gets why a process could not be started
    RunQueue(
            TrainState state,
            Starter starter,
            Path runs,
            Background background,
            Consumer<RunFolder> begun,
            BiConsumer<String, List<String>> crashed,
            Consumer<Throwable> failed) {
        this.state = state;
        this.starter = starter;
        this.runs = runs;
        this.background = background;
        this.begun = begun;
        this.crashed = crashed;
        this.failed = failed;
    }

    /// Where what a run's process writes is kept.
    static Path console(Path runs, String name) {
        return runs.resolve(name + ".log");
    }

    /// Puts runs at the end, and starts the first unless one is at work.
    void add(List<WaitingRun> more) {
        state.queueProperty()
                .set(Stream.concat(state.queueProperty().get().stream(), more.stream()).toList());
        next();
    }

    void remove(WaitingRun run) {
        state.queueProperty()
                .set(state.queueProperty().get().stream().filter(r -> r != run).toList());
    }

    /// Starts the first that waits unless one is at work or being started.
    void next() {
        if (state.busyProperty().get() || state.queueProperty().get().isEmpty()) {
            return;
        }
        WaitingRun first = state.queueProperty().get().getFirst();
        remove(first);
        state.busyProperty().set(true);
        background.start(
                Texts.of(RunQueue.class, "starting", first.name()),
                _ -> begin(first),
                started -> began(first, started),
                failure -> {
                    state.busyProperty().set(false);
                    failed.accept(failure);
                });
    }

    /// Waits for a run that goes on by itself, as one whose window was closed.
    void waitFor(ProcessHandle process) {
        state.busyProperty().set(true);
        process.onExit().thenRun(() -> Fx.later(this::ended));
    }

    /// What came of a start: the new process, or another that is still at work.
    private record Begun(Optional<Process> own, Optional<ProcessHandle> other) {}

    private Begun begin(WaitingRun run) throws IOException {
        Files.createDirectories(runs);
        Optional<ProcessHandle> other = atWork(RunFolder.in(runs));
        if (other.isPresent()) {
            return new Begun(Optional.empty(), other);
        }
        return new Begun(
                Optional.of(starter.start(run.words(), console(runs, run.name()))),
                Optional.empty());
    }

    /// The process of a run that goes on.
    static Optional<ProcessHandle> atWork(List<RunFolder> known) throws IOException {
        for (RunFolder folder : known) {
            Optional<ProcessHandle> holder = RunLock.holder(folder);
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }

    private void began(WaitingRun run, Begun start) {
        if (start.other().isPresent()) {
            state.queueProperty()
                    .set(
                            Stream.concat(Stream.of(run), state.queueProperty().get().stream())
                                    .toList());
            waitFor(start.other().get());
            return;
        }
        Process process = start.own().orElseThrow();
        begun.accept(new RunFolder(runs.resolve(run.name())));
        process.onExit()
                .thenAccept(p -> {
                    List<String> last = p.exitValue() == 0 ? List.of() : last(run.name());
                    Fx.later(() -> {
                        if (p.exitValue() != 0) {
                            crashed.accept(run.name(), last);
                        }
                        ended();
                    });
                });
    }

    private void ended() {
        state.busyProperty().set(false);
        next();
    }

    private List<String> last(String name) {
        try {
            List<String> lines =
                    Files.readAllLines(console(runs, name)).stream()
                            .filter(l -> !l.isBlank())
                            .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    /// `NAME`, or the first of `NAME-2`, `NAME-3`, ... that neither is there nor waits.
    static String free(String name, Path runs, List<WaitingRun> waiting) {
        for (int n = 1; ; n++) {
            String next = n == 1 ? name : String.format(Locale.ROOT, "%s-%d", name, n);
            if (!Files.exists(runs.resolve(next))
                    && waiting.stream().noneMatch(w -> w.name().equals(next))) {
                return next;
            }
        }
    }
}
