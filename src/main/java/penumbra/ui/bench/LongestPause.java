package penumbra.ui.bench;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/// The longest time between two pulses in a row while something goes on: for so long the window
/// stood still. Without any work it is 16.7 ms, the clock of the pulses.
///
/// @param milliseconds the longest pause
/// @param total milliseconds from the first step to the last pulse
record LongestPause(double milliseconds, double total) {

    /// @param step is called at every pulse until it says that all is done
    static LongestPause during(BooleanSupplier step) throws IOException, InterruptedException {
        CompletableFuture<LongestPause> result = new CompletableFuture<>();
        BenchWindow.on(() -> {
            new Pulses(step, result).start();
            return null;
        });
        return BenchWindow.await(result);
    }

    private static final class Pulses extends AnimationTimer {
        private final BooleanSupplier step;
        private final CompletableFuture<LongestPause> result;
        private long first = -1;
        private long previous;
        private double longest;

        Pulses(BooleanSupplier step, CompletableFuture<LongestPause> result) {
            this.step = step;
            this.result = result;
        }

        @Override
        public void handle(long now) {
            if (first < 0) {
                first = System.nanoTime();
            } else {
                longest = Math.max(longest, Stopwatch.milliseconds(previous));
            }
            previous = System.nanoTime();
            if (step.getAsBoolean()) {
                stop();
                result.complete(new LongestPause(longest, Stopwatch.milliseconds(first)));
            }
        }
    }
}
