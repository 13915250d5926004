package penumbra.engine.train;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import penumbra.run.EventLog;
import penumbra.run.TrainingEvent;

/// Tells what happens, with the seconds of work since the run began. Notices may come from any
/// thread and are told with the next event; everything else belongs to one thread.
final class Journal {

    private record Waiting(String rule, String message) {}

    private final EventLog log;
    private final Consumer<TrainingEvent> told;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private double before;
    private long since = System.nanoTime();

    /// @param before seconds that the run had been at work when it was resumed
    Journal(EventLog log, Consumer<TrainingEvent> told, double before) {
        this.log = log;
        this.told = told;
        this.before = before;
    }

    double seconds() {
        return before + (System.nanoTime() - since) / 1e9;
    }

    /// A notice that is told once, however often it is said.
    void notice(String rule, String message) {
        if (known.add(message)) {
            waiting.add(new Waiting(rule, message));
        }
    }

    /// @param epoch that is at work
    void tell(int epoch, DoubleFunction<TrainingEvent> event) throws IOException {
        notices(epoch);
        write(event.apply(seconds()));
    }

    /// Notices that wait, told now.
    void notices(int epoch) throws IOException {
        for (Waiting w = waiting.poll(); w != null; w = waiting.poll()) {
            write(new TrainingEvent.Notice(seconds(), epoch, w.rule(), w.message()));
        }
    }

    private void write(TrainingEvent event) throws IOException {
        told.accept(event);
        log.tell(event);
    }

    /// Time stands still from now on.
    void hold() {
        before = seconds();
    }

    /// Time goes on.
    void release() {
        since = System.nanoTime();
    }
}
