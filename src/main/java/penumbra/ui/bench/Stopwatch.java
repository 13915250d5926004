package penumbra.ui.bench;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import penumbra.ui.Fx;

/// Times from an input event to what a person sees of it.
///
/// An event is fired at the start of a pulse. That pulse runs handlers, styles and layout, hands
/// the scene over and is drawn on the toolkit's drawing thread. A picture of 1 by 1 px asked for
/// behind it on that thread returns once the scene is drawn; the software pipeline then brings the
/// pixels to the screen on the window's own thread, in front of the task that stops the clock.
///
/// Counted: handlers, styles, layout, hand-over, drawing, bringing to the screen. Not counted: the
/// wait of up to 16.7 ms for the pulse, which no program can take away.
final class Stopwatch {

    private Stopwatch() {}

    /// Milliseconds from the event to its frame on the screen.
    static double frame(Runnable input) throws IOException, InterruptedException {
        return shown(input, () -> true);
    }

    /// Milliseconds from the event to the first frame at whose start the condition holds.
    static double shown(Runnable input, BooleanSupplier condition)
            throws IOException, InterruptedException {
        CompletableFuture<Double> result = new CompletableFuture<>();
        BenchWindow.on(() -> {
            new Timing(input, condition, result).start();
            return null;
        });
        return BenchWindow.await(result);
    }

    static double milliseconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }

    private static final class Timing extends AnimationTimer {
        private final Runnable input;
        private final BooleanSupplier condition;
        private final CompletableFuture<Double> result;
        private final Region fence = new Region();
        private final WritableImage pixel = new WritableImage(1, 1);
        private boolean begun;
        private long start;

        Timing(Runnable input, BooleanSupplier condition, CompletableFuture<Double> result) {
            this.input = input;
            this.condition = condition;
            this.result = result;
        }

        @Override
        public void handle(long now) {
            if (!begun) {
                begun = true;
                start = System.nanoTime();
                input.run();
            }
            if (condition.getAsBoolean()) {
                stop();
                Fx.later(this::drawn);
            }
        }

        private void drawn() {
            fence.snapshot(new SnapshotParameters(), pixel);
            Fx.later(() -> result.complete(milliseconds(start)));
        }
    }
}
