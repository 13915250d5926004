package penumbra.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that goes on beside the window: on a worker, with progress and cancel. Owned by the thread
/// of the window.
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /// How far the work has come; may be called on any thread and as often as one likes.
    @FunctionalInterface
    public interface Progress {
        void at(long done, long total);
    }

    /// The work itself.
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    private final Executor pool;
    private final ObservableList<Task<?>> running = FXCollections.observableArrayList();

    public Background(Executor pool) {
        this.pool = pool;
    }

    /// What is going on now, oldest first.
    public ObservableList<Task<?>> running() {
        return running;
    }

    /// Starts work and tells on the window's thread how it ended; nothing is told of work that was
    /// cancelled.
    ///
    /// @param title what a person reads while it goes on
    public <T> void start(
            String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Task<T> task =
                new Task<>() {
                    @Override
                    protected T call() throws Exception {
                        updateTitle(title);
                        return work.run(this::updateProgress);
                    }
                };
        task.setOnSucceeded(_ -> {
            running.remove(task);
            done.accept(task.getValue());
        });
        task.setOnFailed(_ -> {
            running.remove(task);
            LOG.warn("{} failed", title, task.getException());
            failed.accept(task.getException());
        });
        task.setOnCancelled(_ -> running.remove(task));
        running.add(task);
        pool.execute(task);
    }
}
