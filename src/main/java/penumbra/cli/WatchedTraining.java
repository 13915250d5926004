package penumbra.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import penumbra.run.EventTail;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.TrainProcess;
import penumbra.run.TrainingEvent;

/// A run in a process of its own, watched through its files.
final class WatchedTraining {

    private WatchedTraining() {}

    /// Starts a run, or finds it at work, and waits until its process ends. The last lines of one
    /// that fails go to standard error.
    ///
    /// @param told gets what the run tells from now on; of one found at work all that it told
    /// @return its exit code; 0 of one that somebody else started
    static int untilItEnds(RunFolder folder, Console console, Consumer<TrainingEvent> told)
            throws IOException, InterruptedException, RunException {
        EventTail tail = new EventTail(folder.events());
        Optional<TrainProcess> found = TrainProcess.find(folder);
        if (found.isEmpty()) {
            tail.next();
        }
        TrainProcess process = found.isPresent() ? found.get() : TrainProcess.resume(folder);
        boolean ended = false;
        while (!ended) {
            ended = hasEnded(process);
            tail.next().events().forEach(told);
        }
        int exit = process.exitCode().orElse(0);
        if (exit != 0) {
            process.lastLines().forEach(console.err()::println);
        }
        return exit;
    }

    /// Waits until it has, or a second is over.
    private static boolean hasEnded(TrainProcess process) throws InterruptedException {
        try {
            process.onExit().get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
