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
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.action.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.data.Display;
import penumbra.data.ImageWriter;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Edit;
import penumbra.edit.Selection;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.file.FindingsDialog;

/// Photographs every view in both themes and both languages into target/screenshots, and makes sure
/// that no view is blank, that every control has a name and a role, and that text stands out.
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {

    private static final Size SIZE = new Size(1280, 1024);
    private static final Path SHOTS = Path.of("target", "screenshots");

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private final Set<String> faults = new TreeSet<>();
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
                                                .filter(Stage.class::isInstance)
                                                .findFirst()
                                                .orElseThrow();
                        WritableImage image = dialog.getScene().snapshot(null);
                        note(view, dialog.getScene());
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
                OpenWindow.fx(() -> {
                    note(view, open.window.stage().getScene());
                    return null;
                });
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
        assertThat(faults).isEmpty();
    }

    /// Photographs the window with what has popped up, looks at that too, and hides it.
    private WritableImage withPopups(String view) {
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
    private void note(String view, Scene scene) {
        Readable.faults(scene.getRoot())
                .forEach(fault ->
                        faults.add(
                                String.join(
                                        ": ", view, open.window.settings().theme().name(), fault)));
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

    private void inWindow(Runnable task) {
        OpenWindow.fx(() -> {
            task.run();
            return null;
        });
    }

    private AnnotateWorkspace workspace() {
        return open.window.workspace().orElseThrow();
    }

    private <T> T only(Class<T> kind, String selector) {
        return kind.cast(open.window.stage().getScene().lookup(selector));
    }

    private void openAndDismissTheFirstSteps() {
        open.open(home.resolve("match"));
        label();
        inWindow(open.window::dismissHint);
    }

    private void at800() {
        CanvasState state = workspace().state();
        open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
        double zoom = state.viewportProperty().get().orElseThrow().zoom();
        state.zoom(8 / zoom);
    }

    @Test
    void thePictureWhenItFitsWhenItIsBrightenedAndAtEightTimesItsSize() throws IOException {
        openAndDismissTheFirstSteps();
        inWindow(() -> open.window.commands().run(Shortcut.FIT));
        shoot("fit");
        inWindow(() ->
                workspace()
                        .state()
                        .displayProperty()
                        .set(Display.NEUTRAL.exposedBy(3).withGamma(1.5)));
        shoot("bright");
        inWindow(this::at800);
        shoot("eight");
    }

    @Test
    void theLoupeBesideAPointThatIsPlaced() throws IOException {
        openAndDismissTheFirstSteps();
        inEveryDress(
                "loupe",
                () -> {
                    inWindow(() -> {
                        open.window.commands().run(Shortcut.FIT);
                        open.window.commands().run(Shortcut.FOUR_CLICKS);
                        Point end = open.studio().selected().orElseThrow().keypoints().get(1).at();
                        Point at =
                                workspace()
                                        .state()
                                        .viewportProperty()
                                        .get()
                                        .orElseThrow()
                                        .toScreen(end);
                        Point2D inScene = workspace().canvas().localToScene(at.x(), at.y());
                        Event.fireEvent(
                                workspace().canvas(),
                                new MouseEvent(
                                        MouseEvent.MOUSE_MOVED,
                                        inScene.getX(),
                                        inScene.getY(),
                                        inScene.getX(),
                                        inScene.getY(),
                                        MouseButton.NONE,
                                        0,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        null));
                    });
                    return open.photograph();
                });
    }

    @Test
    void theSearchLineWithProposalsWithValuesAndWithAWordThatMeansNothing() throws IOException {
        openAndDismissTheFirstSteps();
        for (String line : List.of("", "state:", "class:B", "clas:R3")) {
            inEveryDress(
                    "search-" + line.replace(":", ""),
                    () -> {
                        inWindow(() -> {
                            TextField field = only(TextField.class, "#search");
                            field.requestFocus();
                            field.setText(line);
                            field.end();
                            field.fireEvent(
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            KeyCode.SPACE,
                                            false,
                                            true,
                                            false,
                                            false));
                        });
                        return withPopups("search-" + line);
                    });
        }
    }

    @Test
    void theMenus() throws IOException {
        openAndDismissTheFirstSteps();
        for (int menu = 0; menu < 6; menu++) {
            int index = menu;
            inEveryDress(
                    "menu-" + index,
                    () -> {
                        inWindow(() -> only(MenuBar.class, "#menu").getMenus().get(index).show());
                        return withPopups("menu-" + index);
                    });
        }
    }

    @Test
    void theRefusalToSnapAndAFailureWithDetailsAndTheFindings() throws IOException {
        openAndDismissTheFirstSteps();
        inWindow(() -> {
            open.studio().show(open.studio().pictures().shown().get(1).id());
            List<Point> dark =
                    List.of(
                            new Point(600, 100),
                            new Point(602, 130),
                            new Point(682, 128),
                            new Point(680, 100));
            open.studio().apply(open.studio().edits().add(open.picture(), 2, dark));
            open.studio().selectionProperty().set(Selection.first(open.picture()));
        });
        inEveryDress(
                "refusal",
                () -> {
                    inWindow(() -> {
                        open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
                        open.window.commands().run(Shortcut.SNAP);
                    });
                    OpenWindow.until(() -> !open.window.notices().sentence().isEmpty());
                    return open.photograph();
                });
        inEveryDress(
                "failure",
                () -> {
                    inWindow(() ->
                            open.window
                                    .notices()
                                    .fail(
                                            Texts.of(
                                                    StudioWindow.class,
                                                    "opened.findings",
                                                    findings().size()),
                                            new Action(Texts.of(StudioWindow.class, "details"))));
                    return open.photograph();
                });
        shootDialog("findings", () -> FindingsDialog.show(open.window.stage(), findings()));
    }

    @Test
    void aPlateWhosePointsAreInDisorderAndTheNoticeOverTheFirstSteps() throws IOException {
        open.open(home.resolve("match"));
        inWindow(() -> {
            List<Point> crossed =
                    List.of(
                            new Point(600, 400),
                            new Point(682, 430),
                            new Point(602, 432),
                            new Point(680, 400));
            open.studio().apply(open.studio().edits().add(open.picture(), 11, crossed));
            open.studio().selectionProperty().set(Selection.first(open.picture()));
            open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
        });
        inEveryDress(
                "warnings",
                () -> {
                    inWindow(() ->
                            open.window
                                    .notices()
                                    .offer(Texts.of(StudioWindow.class, "copy.nothing")));
                    return open.photograph();
                });
    }

    private List<Finding> findings() {
        return List.of(
                new Finding(
                        Severity.REFUSED,
                        home.resolve("match/frame-1.txt"),
                        2,
                        "columns",
                        Texts.of(Finding.class, "rule.columns", "sjtu9", 9, 3)),
                new Finding(
                        Severity.WARNING,
                        home.resolve("match/frame-2.txt"),
                        0,
                        "label-without-picture",
                        Texts.of(Finding.class, "rule.label-without-picture", 4)));
    }
}
