package penumbra.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.format.Progress;
import penumbra.text.Texts;

/// Work that goes on beside the window: on a worker, with progress and cancel. Owned by the thread
/// of the window.
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /// The work itself. What it is given to tell how far it has come throws once the work was
    /// cancelled.
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
    /// @return may be cancelled
    public <T> Task<T> start(
            String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return start(title, work, done, failed, _ -> {});
    }

    /// As above.
    ///
    /// @param unwanted gets, on any thread, what the work brought about although it was cancelled
    public <T> Task<T> start(
            String title,
            Work<T> work,
            Consumer<T> done,
            Consumer<Throwable> failed,
            Consumer<T> unwanted) {
        CompletableFuture<T> brought = new CompletableFuture<>();
        Task<T> task = new Running<>(title, work, brought);
        task.setOnSucceeded(_ -> {
            running.remove(task);
            done.accept(task.getValue());
        });
        task.setOnFailed(_ -> {
            running.remove(task);
            LOG.warn("{} failed", title, task.getException());
            failed.accept(task.getException());
        });
        task.setOnCancelled(_ -> {
            running.remove(task);
            brought.thenAccept(unwanted);
        });
        running.add(task);
        pool.execute(task);
        return task;
    }

    /// Never interrupted, because an interrupt would close the files that the work is writing.
    private static final class Running<T> extends Task<T> {

        private final Work<T> work;
        private final CompletableFuture<T> brought;

        Running(String title, Work<T> work, CompletableFuture<T> brought) {
            this.work = work;
            this.brought = brought;
            updateTitle(title);
        }

        @Override
        protected T call() throws Exception {
            T value = work.run(this::at);
            brought.complete(value);
            return value;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            return super.cancel(false);
        }

        private void at(long done, long total) {
            if (isCancelled()) {
                throw new CancellationException();
            }
            updateProgress(done, total);
            updateMessage(Texts.of(Background.class, "progress.of", done, total));
        }
    }
}
