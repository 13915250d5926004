package penumbra.ui.chart;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work of which only the newest matters: one piece runs at a time, and of those that come
/// meanwhile the last one runs next, the others never. Owned by one thread.
///
/// @param <T> what the work makes
public final class Newest<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Newest.class);

    private final Executor pool;
    private final Executor owner;
    private final Consumer<T> done;
    private Optional<Supplier<T>> waiting = Optional.empty();
    private boolean running;

    /// @param pool runs the work
    /// @param owner runs tasks on the thread that owns this
    /// @param done gets, on that thread, what was made, the pieces in their order
    public Newest(Executor pool, Executor owner, Consumer<T> done) {
        this.pool = pool;
        this.owner = owner;
        this.done = done;
    }

    public void start(Supplier<T> work) {
        if (running) {
            waiting = Optional.of(work);
        } else {
            run(work);
        }
    }

    /// Whether nothing runs or waits.
    public boolean idle() {
        return !running;
    }

    private void run(Supplier<T> work) {
        running = true;
        pool.execute(() -> {
            Optional<T> made = Optional.empty();
            try {
                made = Optional.of(work.get());
            } catch (RuntimeException e) {
                LOG.error("a chart could not be made", e);
            } finally {
                Optional<T> result = made;
                owner.execute(() -> finished(result));
            }
        });
    }

    private void finished(Optional<T> made) {
        Optional<Supplier<T>> next = waiting;
        waiting = Optional.empty();
        running = false;
        next.ifPresent(this::run);
        made.ifPresent(done);
    }
}
