package penumbra.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;
import penumbra.ui.Fx;
import penumbra.ui.SettingsFile;
import penumbra.ui.window.StudioWindow;
import penumbra.ui.window.Surroundings;

/// The studio as a process.
final class Desktop {

    private Desktop() {}

    /// Opens the window on what is named, else on what was open last, and waits until it is closed.
    ///
    /// @return one sentence when there can be no window here
    static Optional<String> run(Optional<Path> source, Workers workers) {
        CountDownLatch closed = new CountDownLatch(1);
        Optional<String> refusal =
                Fx.start(() -> {
                    StudioWindow window =
                            new StudioWindow(new Stage(), surroundings(workers), closed::countDown);
                    Thread.currentThread()
                            .setUncaughtExceptionHandler((_, e) -> {
                                LoggerFactory.getLogger(Desktop.class).error("in the window", e);
                                window.fail(e);
                            });
                    window.show();
                    source.ifPresentOrElse(window::open, window::openLast);
                });
        if (refusal.isEmpty()) {
            await(closed);
        }
        return refusal;
    }

    private static Surroundings surroundings(Workers workers) {
        Path own = Path.of(System.getProperty("user.home"), ".penumbra");
        Optional<Path> sample =
                Optional.ofNullable(System.getProperty("penumbra.home"))
                        .map(home -> Path.of(home, "samples", "arena", "data.yaml"))
                        .filter(Files::exists);
        return new Surroundings(
                new SettingsFile(own.resolve("studio.json")),
                own.resolve("thumbnails"),
                sample,
                own.resolve("arena.penumbra"),
                workers.io(),
                workers.pool());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
