package penumbra.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.controlsfx.control.action.Action;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import penumbra.data.Display;
import penumbra.edit.Selection;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.geometry.Point;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;
import penumbra.ui.file.FindingsDialog;

/// The window as it is worked in.
class ScreenshotTest extends Screenshots {

    @Start
    void start(Stage stage) {
        begin(stage);
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
        shootDialog("sheet", () -> new ShortcutSheet(Keymap.DEFAULTS).show(open.window.stage()));
    }

    @Test
    void theDialogsOfImportAndExport() throws IOException {
        Files.writeString(
                home.resolve("match/frame-1.txt"),
                "9 0.1 0.1 0.1 0.2 0.3 0.2 0.3 0.1\n9 0.1 0.1 0.1\n");
        open.open(home.resolve("match"));
        label();
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
