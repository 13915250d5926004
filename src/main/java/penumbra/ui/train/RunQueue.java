package penumbra.ui.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.TrainProcess;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;

/// Starts runs one after the other, each as a process that goes on when the window is closed. Owned
/// by the window's thread; files and processes are dealt with on a worker.
final class RunQueue {

    private final TrainState state;
    private final Starter starter;
    private final Background background;
    private final Consumer<RunFolder> begun;
    private final BiConsumer<RunFolder, List<String>> crashed;
    private final Consumer<Throwable> failed;

    /// @param begun gets a run that was started
    /// @param crashed gets a run whose process failed, and its last lines
    /// @param failed gets why a process could not be started
    RunQueue(
            TrainState state,
            Starter starter,
            Background background,
            Consumer<RunFolder> begun,
            BiConsumer<RunFolder, List<String>> crashed,
            Consumer<Throwable> failed) {
        this.state = state;
        this.starter = starter;
        this.background = background;
        this.begun = begun;
        this.crashed = crashed;
        this.failed = failed;
    }

    /// Puts runs at the end, and starts the first unless one is at work. Their folders have their
    /// arguments, so that a run that waits is not forgotten with the window.
    void add(List<RunFolder> more) {
        List<RunFolder> waiting = state.queueProperty().get();
        state.queueProperty()
                .set(Stream.concat(waiting.stream(), more.stream()).distinct().toList());
        next();
    }

    /// Takes a run out of the queue; its folder stays.
    void remove(RunFolder run) {
        state.queueProperty()
                .set(state.queueProperty().get().stream().filter(r -> !r.equals(run)).toList());
    }

    private void next() {
        if (state.busyProperty().get() || state.queueProperty().get().isEmpty()) {
            return;
        }
        RunFolder first = state.queueProperty().get().getFirst();
        state.busyProperty().set(true);
        background.start(
                Texts.of(RunQueue.class, "starting", first.name()),
                _ -> begin(first),
                this::began,
                failure -> {
                    remove(first);
                    state.busyProperty().set(false);
                    failed.accept(failure);
                });
    }

    /// Waits for the end of a run, which may have been started by a window that is closed.
    void waitFor(TrainProcess run) {
        state.busyProperty().set(true);
        run.onExit()
                .thenAccept(ended -> {
                    boolean failure = ended.exitCode().filter(c -> c != 0).isPresent();
                    List<String> last = failure ? last(ended) : List.of();
                    Fx.later(() -> {
                        if (failure) {
                            crashed.accept(ended.folder(), last);
                        }
                        state.busyProperty().set(false);
                        next();
                    });
                });
    }

    /// The run that was started, or one beside it that is still at work.
    private TrainProcess begin(RunFolder run) throws IOException, RunException {
        for (RunFolder other : RunFolder.in(run.path().toAbsolutePath().getParent())) {
            Optional<TrainProcess> atWork = TrainProcess.find(other);
            if (atWork.isPresent()) {
                return atWork.get();
            }
        }
        return starter.start(run);
    }

    private void began(TrainProcess process) {
        if (state.queueProperty().get().contains(process.folder())) {
            remove(process.folder());
            begun.accept(process.folder());
        }
        waitFor(process);
    }

    private static List<String> last(TrainProcess ended) {
        try {
            return ended.lastLines();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
