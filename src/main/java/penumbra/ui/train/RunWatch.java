package penumbra.ui.train;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.run.RunFolder;
import penumbra.run.landscape.DutyCycle;
import penumbra.ui.Fx;

/// The one pulse of the workspace, while it is in the window: lets the run that is looked at be
/// read on a worker once a second, and what is new be drawn a chart a frame. Between the two the
/// window is left in peace, as a timer of its own would wake it sixty times a second. Owned by the
/// window's thread.
final class RunWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
    private static final long BETWEEN_READS_MS = 1000;

    /// Steps alone are shown this far apart, and further where the window computed more than its
    /// share of one core since: the run needs the processor more than charts do.
    private static final long BETWEEN_STEPS_NS = TimeUnit.SECONDS.toNanos(3);

    private static final long LONGEST_BETWEEN_STEPS_NS = TimeUnit.SECONDS.toNanos(20);
    private static final DutyCycle SHARE = new DutyCycle(0.05);

    private final Executor pool;
    private final Consumer<WatchedRun> news;
    private final BooleanSupplier draw;
    private final AnimationTimer drawing;
    private Optional<RunReader> reader = Optional.empty();
    private Optional<WatchedRun> newest = Optional.empty();
    private long shownAt;
    private long computedAtShown;
    private boolean reading;
    private boolean showing;
    private long turn;

    /// @param news gets the run whenever there is something new about it
    /// @param draw called frame after frame until it says that all is drawn
    RunWatch(Executor pool, Consumer<WatchedRun> news, BooleanSupplier draw) {
        this.pool = pool;
        this.news = news;
        this.draw = draw;
        drawing =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        if (!RunWatch.this.draw.getAsBoolean()) {
                            stop();
                        }
                    }
                };
    }

    void whileShown(Node part) {
        part.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(shown -> {
                    showing = shown;
                    begin();
                });
    }

    /// Looks at another run from now on, or at none.
    void look(Optional<RunFolder> folder) {
        reader = folder.map(f -> new RunReader(f, true));
        newest = Optional.empty();
        begin();
    }

    /// From now on, instead of what was due before.
    private void begin() {
        turn++;
        pulse(turn);
    }

    private void pulse(long of) {
        if (!showing || of != turn) {
            return;
        }
        if (reader.isPresent() && !reading) {
            reading = true;
            RunReader reads = reader.get();
            pool.execute(() -> read(reads));
        }
        drawing.start();
        CompletableFuture.delayedExecutor(BETWEEN_READS_MS, TimeUnit.MILLISECONDS, Fx::later)
                .execute(() -> pulse(of));
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
        if (reader.filter(r -> r == from).isPresent() && run.filter(this::isDue).isPresent()) {
            newest = run;
            shownAt = System.nanoTime();
            computedAtShown = computed();
            news.accept(run.get());
        }
    }

    private boolean isDue(WatchedRun run) {
        boolean known = newest.filter(n -> n == run).isPresent();
        return !known && !(early() && newest.filter(run::onlySteppedSince).isPresent());
    }

    private boolean early() {
        long since = System.nanoTime() - shownAt;
        Duration worked = Duration.ofNanos(computed() - computedAtShown);
        boolean busy = SHARE.rest(worked, Duration.ofNanos(since)).isPositive();
        return since < BETWEEN_STEPS_NS || busy && since < LONGEST_BETWEEN_STEPS_NS;
    }

    /// What this process computed so far, all its threads together, in nanoseconds.
    private static long computed() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
