package penumbra.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads of the program: one that writes the project, one per core for most else, and one for
/// each part of a batch that is learnt from.
final class Workers implements AutoCloseable {

    /// Exit code of a process that was told to end, as shells have it.
    private static final int INTERRUPTED = 130;

    private final ExecutorService io = Executors.newSingleThreadExecutor(named("io"));
    private final ExecutorService pool =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(), named("worker"));

    private final ExecutorService parts = Executors.newCachedThreadPool(named("part"));

    /// Runs its tasks one after the other, in order: the only thread that writes a project.
    ExecutorService io() {
        return io;
    }

    /// Runs independent work on all cores.
    ExecutorService pool() {
        return pool;
    }

    /// Begins its tasks at once, each on a thread of its own.
    ExecutorService parts() {
        return parts;
    }

    /// Waits for what was handed over.
    @Override
    public void close() {
        pool.close();
        parts.close();
        io.close();
    }

    /// From now on Ctrl+C or SIGTERM stops the process at once, as a kill does, which no file
    /// minds: each is whole or is not there. The usual way out would take from libtorch what a
    /// thread that still computes needs, and end in a crash report.
    ///
    /// @return to be set when the work is done; then the usual way out is taken
    static AtomicBoolean haltWhenInterrupted() {
        AtomicBoolean done = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            if (!done.get()) {
                                Runtime.getRuntime().halt(INTERRUPTED);
                            }
                        }));
        return done;
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
