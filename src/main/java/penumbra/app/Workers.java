package penumbra.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads of the program: one that writes the project, and one per core for everything else.
final class Workers implements AutoCloseable {

    private final ExecutorService io = Executors.newSingleThreadExecutor(named("io"));
    private final ExecutorService pool =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(), named("worker"));

    /// Runs its tasks one after the other, in order: the only thread that writes a project.
    ExecutorService io() {
        return io;
    }

    /// Runs independent work on all cores.
    ExecutorService pool() {
        return pool;
    }

    /// Waits for what was handed over.
    @Override
    public void close() {
        pool.close();
        io.close();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
