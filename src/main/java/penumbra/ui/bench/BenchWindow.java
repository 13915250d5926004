package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.ui.Frame;
import penumbra.ui.Fx;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Studio;
import penumbra.ui.Theme;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.canvas.PictureCanvas;
import penumbra.ui.window.StudioWindow;
import penumbra.ui.window.Surroundings;

/// The studio's window with a home folder of its own, for measuring. Its methods are called on any
/// thread but the window's, and wait.
final class BenchWindow {

    static final Size SIZE = new Size(1920, 1080);

    /// Of the screen in memory.
    private static final Size SCREEN = new Size(1920, 1200);

    private static final long PATIENCE_SECONDS = 180;

    private final Stage stage;
    private final StudioWindow window;
    private final CompletableFuture<Void> closed;

    private BenchWindow(Stage stage, StudioWindow window, CompletableFuture<Void> closed) {
        this.stage = stage;
        this.window = window;
        this.closed = closed;
    }

    /// @throws IOException if there can be no window here, in one sentence
    static BenchWindow show(Path home, Executor io, Executor pool)
            throws IOException, InterruptedException {
        Fx.inMemoryWithoutDisplay(SCREEN);
        Optional<String> refusal = Fx.start(() -> {});
        if (refusal.isPresent()) {
            throw new IOException(refusal.get());
        }
        SettingsFile settings = new SettingsFile(home.resolve("studio.json"));
        settings.write(
                Settings.first(Language.ENGLISH, "bench")
                        .withTheme(Theme.DARK)
                        .withHintSeen()
                        .withFrame(new Frame(0, 0, SIZE.width(), SIZE.height(), false)));
        return on(() -> {
            CompletableFuture<Void> closed = new CompletableFuture<>();
            Surroundings around =
                    new Surroundings(
                            settings,
                            home.resolve("thumbnails"),
                            Optional.empty(),
                            home.resolve("sample.penumbra"),
                            io,
                            pool);
            Stage stage = new Stage();
            StudioWindow window = new StudioWindow(stage, around, () -> closed.complete(null));
            window.show();
            return new BenchWindow(stage, window, closed);
        });
    }

    /// Runs a task on the window's thread.
    static <T> T on(Callable<T> task) throws IOException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Fx.later(() -> {
            try {
                result.complete(task.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    static <T> T await(CompletableFuture<T> result) throws IOException, InterruptedException {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the window did nothing for " + PATIENCE_SECONDS + " s", e);
        }
    }

    /// Waits until a pulse finds that it is so.
    static void until(BooleanSupplier condition) throws IOException, InterruptedException {
        CompletableFuture<Void> result = new CompletableFuture<>();
        on(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        stop();
                        result.complete(null);
                    }
                }
            }.start();
            return null;
        });
        await(result);
    }

    /// Opens, waits until the first picture is there, and gives the canvas the keys.
    void open(Path source) throws IOException, InterruptedException {
        Optional<Studio> before =
                on(() -> {
                    Optional<Studio> open = window.studio();
                    window.open(source);
                    return open;
                });
        until(() -> window.studio().isPresent() && !window.studio().equals(before) && hasPixels());
        on(() -> {
            canvas().requestFocus();
            return null;
        });
    }

    /// Shows a picture and waits for its pixels.
    void show(LabelledImage picture) throws IOException, InterruptedException {
        on(() -> {
            studio().show(picture.id());
            return null;
        });
        until(this::hasPixels);
    }

    /// Whether the pixels of the picture that is chosen are the ones shown.
    boolean hasPixels() {
        return state().pixelsProperty()
                .get()
                .map(CanvasState.Pixels::imageId)
                .equals(studio().pictureProperty().get().map(LabelledImage::id));
    }

    Stage stage() {
        return stage;
    }

    StudioWindow window() {
        return window;
    }

    Studio studio() {
        return window.studio().orElseThrow();
    }

    PictureCanvas canvas() {
        return window.workspace().orElseThrow().canvas();
    }

    CanvasState state() {
        return window.workspace().orElseThrow().state();
    }

    LabelledImage picture() {
        return studio().pictureProperty().get().orElseThrow();
    }

    void close() throws IOException, InterruptedException {
        on(() -> {
            window.close();
            return null;
        });
        await(closed);
    }
}
