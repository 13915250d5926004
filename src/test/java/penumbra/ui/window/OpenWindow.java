package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.data.ImageWriter;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.run.TrainProcess;
import penumbra.ui.Contrast;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Studio;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.train.Starter;

/// A window in memory with a home folder of its own, for tests.
public final class OpenWindow {

    /// Seconds after which something is held to never happen, however busy the machine is.
    private static final long GENEROUS = 300;

    public final StudioWindow window;
    public final Path home;
    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    final SimpleBooleanProperty darkDesktop = new SimpleBooleanProperty();
    private boolean closed;

    /// @param settings what the window remembers from an earlier start
    public OpenWindow(Stage stage, Path home, Settings settings) {
        this(stage, home, Optional.empty(), wrote(home, settings));
    }

    private static SettingsFile wrote(Path home, Settings settings) {
        SettingsFile file = new SettingsFile(home.resolve("studio.json"));
        file.write(settings);
        return file;
    }

    /// @param sample data.yaml of the sample
    /// @param file where the window remembers things
    OpenWindow(Stage stage, Path home, Optional<Path> sample, SettingsFile file) {
        this(stage, home, sample, file, TrainProcess::resume);
    }

    /// @param starter of the processes that train
    OpenWindow(Stage stage, Path home, Optional<Path> sample, SettingsFile file, Starter starter) {
        this.home = home;
        window =
                new StudioWindow(
                        stage,
                        new Surroundings(
                                file,
                                home.resolve("thumbnails"),
                                sample,
                                home.resolve("arena.penumbra"),
                                io,
                                pool,
                                darkDesktop,
                                starter),
                        () -> closed = true);
        window.show();
    }

    /// Puts rendered pictures into a folder.
    public static void render(Path folder, int pictures, Size size) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < pictures; i++) {
            RenderedScene scene = SyntheticScene.render(5, i, size);
            Files.write(
                    folder.resolve("frame-" + (i + 1) + ".png"),
                    ImageWriter.png(size, scene.argb()));
        }
    }

    public Studio studio() {
        return window.studio().orElseThrow();
    }

    public LabelledImage picture() {
        return fx(() -> studio().pictureProperty().get().orElseThrow());
    }

    public Viewport view() {
        return fx(() ->
                window.workspace().orElseThrow().state().viewportProperty().get().orElseThrow());
    }

    /// Where a point of the picture is on the screen of the robot.
    public javafx.geometry.Point2D onScreen(Point inPicture) {
        Point at = view().toScreen(inPicture);
        return fx(() -> window.workspace().orElseThrow().canvas().localToScreen(at.x(), at.y()));
    }

    /// Opens and waits until the picture is there.
    public void open(Path source) {
        fx(() -> {
            window.open(source);
            return null;
        });
        until(() -> window.studio().isPresent() && hasPixels());
    }

    public boolean hasPixels() {
        return window.workspace()
                .flatMap(w -> w.state().pixelsProperty().get())
                .map(CanvasState.Pixels::imageId)
                .equals(studio().pictureProperty().get().map(LabelledImage::id));
    }

    public void close() {
        fx(() -> {
            window.close();
            return null;
        });
        until(() -> closed);
        pool.shutdown();
        io.shutdown();
    }

    /// Waits until nothing goes on in the background.
    public void settle() {
        until(() -> window.background().running().isEmpty());
    }

    /// What the window remembered, as a next start would find it.
    Settings remembered() {
        return new SettingsFile(home.resolve("studio.json")).read(_ -> {});
    }

    /// Keeps the workers busy until the test lets them go, so that a task stays where it is.
    Semaphore holdWorkers() {
        Semaphore go = new Semaphore(0);
        for (int i = 0; i < 2; i++) {
            pool.execute(go::acquireUninterruptibly);
        }
        return go;
    }

    public boolean isClosed() {
        return closed;
    }

    /// The window as it is, with what has popped up over it.
    public WritableImage photograph() {
        until(() -> window.notices().settled());
        return fx(() -> {
            Scene scene = window.stage().getScene();
            WritableImage image = scene.snapshot(null);
            for (Window over : List.copyOf(Window.getWindows())) {
                if (over instanceof PopupWindow popup && !(over instanceof Tooltip)) {
                    lay(image, popup, scene);
                }
            }
            return image;
        });
    }

    private static void lay(WritableImage image, PopupWindow popup, Scene scene) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage part = popup.getScene().getRoot().snapshot(clear, null);
        Bounds bounds = popup.getScene().getRoot().getBoundsInParent();
        int left =
                (int) (popup.getX() + bounds.getMinX() - scene.getWindow().getX() - scene.getX());
        int top = (int) (popup.getY() + bounds.getMinY() - scene.getWindow().getY() - scene.getY());
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                boolean inside =
                        x + left >= 0
                                && y + top >= 0
                                && x + left < image.getWidth()
                                && y + top < image.getHeight();
                Color colour = part.getPixelReader().getColor(x, y);
                if (inside && colour.getOpacity() > 0) {
                    Color below = image.getPixelReader().getColor(x + left, y + top);
                    image.getPixelWriter()
                            .setColor(x + left, y + top, Contrast.over(colour, below));
                }
            }
        }
    }

    public static <T> T fx(Callable<T> task) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(GENEROUS), task);
    }

    /// Waits until it is so, as seen by the thread of the window.
    public static void until(Supplier<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(GENEROUS, TimeUnit.SECONDS, () -> fx(condition::get));
        } catch (TimeoutException e) {
            assertThat(fx(condition::get)).as("in time").isTrue();
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
