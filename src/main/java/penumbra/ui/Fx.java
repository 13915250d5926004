package penumbra.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;
import penumbra.geometry.Size;
import penumbra.text.Texts;

/// The window toolkit: its thread and what it knows about the desktop. The only user of
/// [javafx.application.Platform].
public final class Fx {

    /// Held here because a logger that nobody holds forgets its level.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private Fx() {}

    /// Starts the toolkit and runs the task on its thread.
    ///
    /// @return empty once it runs; else one sentence that says why there can be no window here
    public static Optional<String> start(Runnable onToolkitThread) {
        // Its one warning is about the module path, which is left unused on purpose.
        TOOLKIT.setLevel(Level.SEVERE);
        if (lacksDisplay()) {
            return Optional.of(Texts.of(Fx.class, "display.none"));
        }
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                started.complete(null);
                onToolkitThread.run();
            });
            started.join();
            return Optional.empty();
        } catch (UnsupportedOperationException
                | IllegalStateException
                | CompletionException
                | LinkageError e) {
            return Optional.of(Texts.of(Fx.class, "display.failed", reason(e)));
        }
    }

    /// Where there is no display, windows exist in memory from now on. To be called before
    /// [#start].
    ///
    /// @param size of the screen in memory, px
    public static void inMemoryWithoutDisplay(Size size) {
        if (lacksDisplay()) {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("headless.geometry", size.width() + "x" + size.height() + "-32");
        }
    }

    /// What draws the windows, for figures that depend on it: hardware or software, and whether to
    /// a display or in memory. Stable words, never translated.
    public static String pipeline() {
        String drawing = Platform.isSupported(ConditionalFeature.SCENE3D) ? "hardware" : "software";
        boolean inMemory = "Monocle".equals(System.getProperty("glass.platform"));
        return drawing + (inMemory ? ", in memory" : ", on a display");
    }

    /// Runs the task on the toolkit's thread, soon.
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /// Whether this is the toolkit's thread.
    public static boolean here() {
        return Platform.isFxApplicationThread();
    }

    /// Whether the desktop is set to dark, as it changes.
    public static ObservableValue<Boolean> darkDesktop() {
        return Platform.getPreferences().colorSchemeProperty().map(ColorScheme.DARK::equals);
    }

    /// Listens to what outlives a part of the window, while that part is in the window: a part that
    /// was replaced hears no more of it and can be forgotten.
    ///
    /// @param listening begins to listen; called whenever the part comes into a window
    public static void whileShown(Node part, Supplier<Subscription> listening) {
        Subscription[] heard = {Subscription.EMPTY};
        part.sceneProperty()
                .subscribe(scene -> {
                    heard[0].unsubscribe();
                    heard[0] = scene == null ? Subscription.EMPTY : listening.get();
                });
    }

    private static boolean lacksDisplay() {
        boolean needsX = System.getProperty("os.name").equals("Linux");
        boolean inMemory = System.getProperty("glass.platform") != null;
        String display = System.getenv("DISPLAY");
        return needsX && !inMemory && (display == null || display.isBlank());
    }

    private static String reason(Throwable failure) {
        String said = failure.getMessage();
        return said == null ? failure.getClass().getSimpleName() : said.lines().findFirst().get();
    }
}
