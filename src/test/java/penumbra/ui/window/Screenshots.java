package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import penumbra.data.ImageWriter;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Edit;
import penumbra.edit.Selection;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;
import penumbra.ui.canvas.CanvasState;

/// Photographs views in both themes and both languages into target/screenshots, and makes sure that
/// no view is blank, that every control has a name and a role, and that text stands out.
@ExtendWith(ApplicationExtension.class)
abstract class Screenshots {

    private static final Size SIZE = new Size(1280, 1024);
    private static final Path SHOTS = Path.of("target", "screenshots");

    private record Dress(Theme theme, Language language) {}

    /// Each theme and each language once: contrast is a matter of the one, the length of texts of
    /// the other.
    private static final List<Dress> DRESSES =
            List.of(
                    new Dress(Theme.LIGHT, Language.ENGLISH),
                    new Dress(Theme.DARK, Language.CHINESE));

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private final Set<String> faults = new TreeSet<>();
    OpenWindow open;

    /// Opens the window: to be called by what `@Start` marks, which is looked for in the test
    /// itself.
    void begin(Stage stage) {
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "tester"));
    }

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(SHOTS);
        OpenWindow.render(home.resolve("match"), 6, SIZE);
    }

    @AfterEach
    void close() {
        open.close();
        Locale.setDefault(locale);
    }

    void label() {
        RenderedScene scene = SyntheticScene.render(5, 0, SIZE);
        OpenWindow.fx(() -> {
            for (Target truth : scene.truth()) {
                Edit edit =
                        open.studio()
                                .edits()
                                .add(
                                        open.studio().pictureProperty().get().orElseThrow(),
                                        truth.classIndex(),
                                        truth.keypoints().stream().map(Keypoint::at).toList());
                open.studio().apply(edit);
            }
            open.studio()
                    .selectionProperty()
                    .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
            return null;
        });
    }

    void shoot(String view) throws IOException {
        inEveryDress(view, open::photograph);
    }

    /// Opens a dialog anew in every dress, photographs and closes it.
    void shootDialog(String view, Runnable opening) throws IOException {
        inEveryDress(
                view,
                () -> {
                    OpenWindow.fx(() -> {
                        opening.run();
                        return null;
                    });
                    OpenWindow.until(() -> open.window.background().running().isEmpty());
                    return OpenWindow.fx(() -> {
                        Window over = otherWindow();
                        WritableImage image = over.getScene().snapshot(null);
                        note(view, over.getScene());
                        over.hide();
                        return image;
                    });
                });
    }

    Window otherWindow() {
        return Window.getWindows().stream()
                .filter(w -> w != open.window.stage())
                .findFirst()
                .orElseThrow();
    }

    void inEveryDress(String view, Supplier<WritableImage> photograph) throws IOException {
        for (Dress dress : DRESSES) {
            inWindow(() -> {
                open.window.setTheme(dress.theme);
                open.window.setLanguage(dress.language);
            });
            WritableImage image = photograph.get();
            inWindow(() -> note(view, open.window.stage().getScene()));
            String name = String.join("-", view, dress.theme.name(), dress.language.name());
            write(name.toLowerCase(Locale.ROOT), image);
        }
        assertThat(faults).isEmpty();
    }

    static void write(String name, WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        Files.write(SHOTS.resolve(name + ".png"), ImageWriter.png(new Size(width, height), argb));
        assertThat(Arrays.stream(argb).distinct().count()).as(name).isGreaterThan(50);
    }

    /// Photographs the window with what has popped up, looks at that too, and hides it.
    WritableImage withPopups(String view) {
        WritableImage image = open.photograph();
        inWindow(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof ContextMenu menu) {
                    note(view, menu.getScene());
                    menu.hide();
                }
            }
        });
        return image;
    }

    /// Keeps what would stop someone from reading the view.
    void note(String view, Scene scene) {
        Readable.faults(scene.getRoot())
                .forEach(fault ->
                        faults.add(
                                String.join(
                                        ": ", view, open.window.settings().theme().name(), fault)));
    }

    void inWindow(Runnable task) {
        OpenWindow.fx(() -> {
            task.run();
            return null;
        });
    }

    AnnotateWorkspace workspace() {
        return open.window.workspace().orElseThrow();
    }

    <T> T only(Class<T> kind, String selector) {
        return kind.cast(open.window.stage().getScene().lookup(selector));
    }

    void openAndDismissTheFirstSteps() {
        open.open(home.resolve("match"));
        label();
        inWindow(open.window::dismissHint);
    }

    void at800() {
        CanvasState state = workspace().state();
        open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
        double zoom = state.viewportProperty().get().orElseThrow().zoom();
        state.zoom(8 / zoom);
    }
}
