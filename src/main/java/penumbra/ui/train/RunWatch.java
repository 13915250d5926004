package penumbra.ui.train;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.run.RunFolder;
import penumbra.ui.Fx;

/// The one pulse of the workspace, while it is in the window: lets the run that is looked at be
/// read on a worker a few times a second, and drawn a chart a frame. Owned by the window's thread.
final class RunWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
    private static final long BETWEEN_READS = 300_000_000;

    private final Executor pool;
    private final Consumer<WatchedRun> news;
    private final Runnable draw;
    private Optional<RunReader> reader = Optional.empty();
    private Optional<WatchedRun> newest = Optional.empty();
    private boolean reading;
    private long readAt;

    /// @param news gets the run whenever there is something new about it
    /// @param draw called every frame
    RunWatch(Executor pool, Consumer<WatchedRun> news, Runnable draw) {
        this.pool = pool;
        this.news = news;
        this.draw = draw;
    }

    void whileShown(Node part) {
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        pulse(now);
                    }
                };
        part.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> {
                    if (showing) {
                        timer.start();
                    } else {
                        timer.stop();
                    }
                });
    }

    /// Looks at another run from now on, or at none.
    void look(Optional<RunFolder> folder) {
        reader = folder.map(f -> new RunReader(f, true));
        newest = Optional.empty();
        readAt = 0;
    }

    private void pulse(long now) {
        if (reader.isPresent() && !reading && now - readAt >= BETWEEN_READS) {
            reading = true;
            readAt = now;
            RunReader reads = reader.get();
            pool.execute(() -> read(reads));
        }
        draw.run();
    }

    private void read(RunReader reads) {
        Optional<WatchedRun> run = Optional.empty();
        try {
            run = Optional.of(reads.next());
        } catch (IOException | RuntimeException e) {
            LOG.warn("a run could not be read", e);
        } finally {
            Optional<WatchedRun> result = run;
            Fx.later(() -> take(reads, result));
        }
    }

    private void take(RunReader from, Optional<WatchedRun> run) {
        reading = false;
        if (reader.filter(r -> r == from).isPresent()
                && run.isPresent()
                && newest.filter(n -> n == run.get()).isEmpty()) {
            newest = run;
            news.accept(run.get());
        }
    }
}
