package penumbra.ui.train;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import penumbra.run.LandscapeProcess;
import penumbra.run.RunFolder;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;

/// Starts and ends the processes that compute landscapes; they go on when the window is closed.
/// Owned by the window's thread; files and processes are dealt with on a worker.
final class LandscapeWork {

    private final TrainState state;
    private final Starter starter;
    private final Background background;
    private final BiConsumer<String, String> crashed;
    private final Consumer<Throwable> failed;

    /// @param crashed gets a sentence about a process that failed, and its last lines
    /// @param failed gets why a process could not be started or ended
    LandscapeWork(
            TrainState state,
            Starter starter,
            Background background,
            BiConsumer<String, String> crashed,
            Consumer<Throwable> failed) {
        this.state = state;
        this.starter = starter;
        this.background = background;
        this.crashed = crashed;
        this.failed = failed;
    }

    /// Begins around the newest checkpoint, or goes on there.
    void start(RunFolder run) {
        double share = state.shareProperty().get();
        background.start(
                Texts.of(LandscapeWork.class, "landscape.beginning"),
                _ -> starter.map(run, share),
                this::began,
                failed);
    }

    /// Ends what is at work, here or for another window.
    void cancel(RunFolder run) {
        Optional<LandscapeProcess> own = forget(run);
        background.start(
                Texts.of(LandscapeWork.class, "landscape.ending"),
                _ -> ended(run, own),
                _ -> {},
                failed);
    }

    /// Ends what is at work and begins around the newest checkpoint.
    void anew(RunFolder run) {
        Optional<LandscapeProcess> own = forget(run);
        background.start(
                Texts.of(LandscapeWork.class, "landscape.ending"),
                _ -> ended(run, own),
                _ -> start(run),
                failed);
    }

    private static RunFolder ended(RunFolder run, Optional<LandscapeProcess> own)
            throws IOException {
        Optional<LandscapeProcess> process = own.isPresent() ? own : LandscapeProcess.find(run);
        process.ifPresent(p -> {
            p.cancel();
            p.onExit().join();
        });
        return run;
    }

    private void began(LandscapeProcess process) {
        Map<RunFolder, LandscapeProcess> more = new HashMap<>(state.mapsProperty().get());
        more.put(process.folder(), process);
        state.mapsProperty().set(Map.copyOf(more));
        process.onExit()
                .thenAccept(p -> {
                    boolean failure = p.exitCode().filter(c -> c != 0).isPresent();
                    List<String> last = failure ? last(p) : List.of();
                    Fx.later(() -> gone(p, failure, last));
                });
    }

    private void gone(LandscapeProcess process, boolean failure, List<String> last) {
        boolean ended = state.mapsProperty().get().get(process.folder()) != process;
        if (!ended) {
            forget(process.folder());
        }
        if (failure && !ended) {
            crashed.accept(
                    Texts.of(LandscapeWork.class, "landscape.crashed", process.folder().name()),
                    String.join("\n", last));
        }
    }

    private Optional<LandscapeProcess> forget(RunFolder run) {
        Map<RunFolder, LandscapeProcess> less = new HashMap<>(state.mapsProperty().get());
        Optional<LandscapeProcess> own = Optional.ofNullable(less.remove(run));
        state.mapsProperty().set(Map.copyOf(less));
        return own;
    }

    private static List<String> last(LandscapeProcess ended) {
        try {
            return ended.lastLines();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
