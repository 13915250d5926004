package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.action.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.data.ImageWriter;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Edit;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;

/// Photographs every view in both themes and both languages into target/screenshots, and makes sure
/// that no view is blank.
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {

    private static final Size SIZE = new Size(1280, 1024);
    private static final Path SHOTS = Path.of("target", "screenshots");

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) {
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

    private void label() {
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

    private void shoot(String view) throws IOException {
        inEveryDress(view, open::photograph);
    }

    /// Opens a dialog anew in every dress, photographs and closes it.
    private void shootDialog(String view, Runnable opening) throws IOException {
        inEveryDress(
                view,
                () -> {
                    OpenWindow.fx(() -> {
                        opening.run();
                        return null;
                    });
                    OpenWindow.until(() -> open.window.background().running().isEmpty());
                    return OpenWindow.fx(() -> {
                        Stage dialog =
                                (Stage)
                                        Window.getWindows().stream()
                                                .filter(w -> w != open.window.stage())
                                                .findFirst()
                                                .orElseThrow();
                        WritableImage image = dialog.getScene().snapshot(null);
                        dialog.close();
                        return image;
                    });
                });
    }

    private void inEveryDress(String view, Supplier<WritableImage> photograph) throws IOException {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (Language language : Language.values()) {
                OpenWindow.fx(() -> {
                    open.window.setTheme(theme);
                    open.window.setLanguage(language);
                    return null;
                });
                WritableImage image = photograph.get();
                int width = (int) image.getWidth();
                int height = (int) image.getHeight();
                int[] argb = new int[width * height];
                image.getPixelReader()
                        .getPixels(
                                0,
                                0,
                                width,
                                height,
                                PixelFormat.getIntArgbInstance(),
                                argb,
                                0,
                                width);
                String name =
                        String.join("-", view, theme.name(), language.name())
                                .toLowerCase(Locale.ROOT);
                Files.write(
                        SHOTS.resolve(name + ".png"),
                        ImageWriter.png(new Size(width, height), argb));
                assertThat(Arrays.stream(argb).distinct().count()).as(name).isGreaterThan(50);
            }
        }
    }

    @Test
    void theEmptyWindow() throws IOException {
        shoot("empty");
    }

    @Test
    void theWorkspaceWithAPlateSelectedAndTheFirstStepsAndANotice() throws IOException {
        open.open(home.resolve("match"));
        label();
        shoot("annotate");
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
            open.window.commands().run(Shortcut.SNAP);
            open.window.workspace().orElseThrow().state().stickersProperty().set(true);
            open.window.dismissHint();
            return null;
        });
        OpenWindow.until(() -> open.window.background().running().isEmpty());
        shoot("plate");
    }

    @Test
    void theLoupeBesideAPointThatIsDragged(FxRobot robot) throws IOException {
        open.open(home.resolve("match"));
        label();
        OpenWindow.fx(() -> {
            open.window.dismissHint();
            return null;
        });
        Point end = open.picture().targets().getFirst().keypoints().getFirst().at();
        inEveryDress(
                "loupe",
                () -> {
                    robot.moveTo(open.onScreen(end)).press(MouseButton.PRIMARY).moveBy(30, -12);
                    WritableImage image = open.photograph();
                    robot.moveTo(open.onScreen(end)).release(MouseButton.PRIMARY);
                    return image;
                });
    }

    @Test
    void theSheetOfShortcuts() throws IOException {
        shootDialog("sheet", () -> new ShortcutSheet().show(open.window.stage()));
    }

    @Test
    void theDialogsOfImportAndExport() throws IOException {
        Files.writeString(
                home.resolve("match/frame-1.txt"),
                "9 0.1 0.1 0.1 0.2 0.3 0.2 0.3 0.1\n9 0.1 0.1 0.1\n");
        open.open(home.resolve("match"));
        inEveryDress(
                "beside",
                () -> {
                    OpenWindow.fx(() -> {
                        open.window
                                .notices()
                                .offer(
                                        Texts.of(StudioWindow.class, "beside", 1),
                                        new Action(Texts.of(StudioWindow.class, "beside.import")));
                        return null;
                    });
                    return open.photograph();
                });
        shootDialog("export", () -> open.window.commands().run(Shortcut.EXPORT));
        shootDialog("import", () -> open.window.commands().run(Shortcut.IMPORT));
    }
}
