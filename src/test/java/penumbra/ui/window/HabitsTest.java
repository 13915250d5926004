package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.support.FiredEvents;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.data.Display;
import penumbra.edit.Selection;
import penumbra.edit.tool.PlateTool;
import penumbra.format.export.OutsideRule;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.ui.Frame;
import penumbra.ui.Keymap;
import penumbra.ui.Language;
import penumbra.ui.ProjectView;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.canvas.PictureCanvas;

/// What the window keeps, from one moment to the next and from one start to the next.
@ExtendWith(ApplicationExtension.class)
class HabitsTest {

    private static final Size SIZE = new Size(640, 512);
    private static final List<Point> PLATE =
            List.of(
                    new Point(100, 100),
                    new Point(100, 140),
                    new Point(180, 140),
                    new Point(180, 100));

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) throws IOException {
        OpenWindow.render(home.resolve("match"), 3, SIZE);
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "tester"));
    }

    @AfterEach
    void close() {
        if (!open.isClosed()) {
            open.close();
        }
        Locale.setDefault(locale);
    }

    private static void fx(Runnable task) {
        OpenWindow.fx(() -> {
            task.run();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private CanvasState state() {
        return open.window.workspace().orElseThrow().state();
    }

    private static String words(FxRobot robot, String query) {
        return OpenWindow.fx(() -> {
            Node node = robot.lookup(query).query();
            return node instanceof TextInputControl field
                    ? field.getText()
                    : ((Labeled) node).getText();
        });
    }

    private void look() {
        fx(() -> {
            open.studio().show(open.studio().pictures().shown().get(1).id());
        });
        OpenWindow.until(open::hasPixels);
        fx(() -> {
            state().zoom(new Point(200, 150), 5);
            state().plateToolProperty().set(Optional.of(PlateTool.ALL.getLast()));
            state().displayProperty().set(new Display(1.5, 1.2, Display.Channel.MAX));
            state().stickersProperty().set(true);
            side().getSelectionModel().select(1);
            open.window.exploreState().matchedProperty().set(true);
            open.window.exploreState().choose("rice", true);
        });
    }

    private TabPane side() {
        return (TabPane) open.window.workspace().orElseThrow().node().lookup("#side");
    }

    private void assertSameLook(Viewport view) {
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        assertThat(open.view().zoom()).isCloseTo(view.zoom(), within(1e-12));
        assertThat(open.view().corner().distance(view.corner())).isLessThan(1e-6);
        assertThat(state().plateToolProperty().get()).contains(PlateTool.ALL.getLast());
        assertThat(state().displayProperty().get())
                .isEqualTo(new Display(1.5, 1.2, Display.Channel.MAX));
        assertThat(state().stickersProperty().get()).isTrue();
        assertThat(side().getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(open.window.exploreState().matchedProperty().get()).isTrue();
        assertThat(open.window.exploreState().chosenProperty().get()).contains("rice");
    }

    @Test
    void aProjectIsOpenedAsItWasLeftAndAnotherOneIsNot(FxRobot robot) throws Exception {
        OpenWindow.render(home.resolve("other"), 2, SIZE);
        open.open(home.resolve("match"));
        look();
        robot.clickOn("#search").write("frame-2");
        OpenWindow.until(() -> open.studio().searchProperty().get().equals("frame-2"));
        fx(() -> open.studio().show(open.studio().project().images().get(1).id()));
        Viewport view = open.view();
        List<Double> splits = splits();
        open.open(home.resolve("other"));
        assertThat(open.studio().searchProperty().get()).isEmpty();
        assertThat(state().displayProperty().get()).isEqualTo(Display.NEUTRAL);
        assertThat(state().plateToolProperty().get()).isEmpty();
        assertThat(side().getSelectionModel().getSelectedIndex()).isZero();
        assertThat(open.window.exploreState().matchedProperty().get()).isFalse();

        fx(() -> open.window.open(home.resolve("match")));
        OpenWindow.until(() -> open.studio().file().path().endsWith("match.penumbra"));
        OpenWindow.until(open::hasPixels);
        assertSameLook(view);
        assertThat(words(robot, "#search")).isEqualTo("frame-2");
        assertThat(open.studio().pictures().shown()).hasSize(1);
        assertThat(splits()).isEqualTo(splits);

        open.close();
        ProjectView kept =
                open.remembered().view(home.resolve("match/match.penumbra")).orElseThrow();
        assertThat(kept.picture()).isEqualTo("frame-2.png");
        assertThat(kept.search()).isEqualTo("frame-2");
        assertThat(kept.viewport().orElseThrow().zoom()).isEqualTo(view.zoom());
    }

    private List<Double> splits() {
        return OpenWindow.fx(() -> {
            ProjectView now = open.window.workspace().orElseThrow().view();
            return List.of(now.list(), now.inspector());
        });
    }

    @Test
    void aChangeOfLanguageKeepsNoticeSelectionViewAndSearchAndForgetsTheOldParts(FxRobot robot) {
        open.open(home.resolve("match"));
        look();
        fx(() -> {
            open.studio()
                    .apply(
                            open.studio()
                                    .edits()
                                    .add(
                                            open.studio().pictureProperty().get().orElseThrow(),
                                            0,
                                            PLATE));
            open.studio()
                    .selectionProperty()
                    .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
            open.window.notices().fail("This stays.");
        });
        robot.clickOn("#search").write("frame");
        OpenWindow.until(() -> open.studio().searchProperty().get().equals("frame"));
        OpenWindow.until(() -> open.window.notices().settled());
        Viewport view = open.view();
        Optional<Selection> selection = open.studio().selectionProperty().get();
        assertThat(selection).isPresent();
        WeakReference<PictureCanvas> old =
                new WeakReference<>(open.window.workspace().orElseThrow().canvas());

        fx(() -> open.window.setLanguage(Language.CHINESE));

        assertThat(open.window.notices().sentence()).isEqualTo("This stays.");
        assertSameLook(view);
        assertThat(open.studio().selectionProperty().get()).isEqualTo(selection);
        assertThat(words(robot, "#search")).isEqualTo("frame");
        assertThat(robot.lookup("#TL-x").tryQuery()).as("inspector shows the plate").isPresent();
        fx(() -> robot.lookup("#canvas").query().requestFocus());
        robot.push(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-3.png");
        robot.clickOn("#canvas");
        OpenWindow.until(() -> {
            forgetEventsOfTheRobot();
            System.gc();
            return old.get() == null;
        });
    }

    /// The robot keeps a list of all events, hence of the parts they went to.
    private static void forgetEventsOfTheRobot() {
        try {
            FxToolkitContext context = FxToolkit.toolkitContext();
            Field events = FxToolkitContext.class.getDeclaredField("firedEvents");
            events.setAccessible(true);
            ((FiredEvents) events.get(context)).clearEvents();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keysAreChangedByPressingThemAndHoldAtOnce(FxRobot robot) {
        open.open(home.resolve("match"));
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        OpenWindow.until(() -> robot.lookup("#keys-next-picture").tryQuery().isPresent());
        fx(() ->
                robot.lookup("#settings-tabs")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .select(1));
        press(robot, "next-picture", KeyCode.J);
        assertThat(words(robot, "#keys-next-picture")).isEqualTo("J");
        assertThat(open.window.settings().keymap().text(Shortcut.NEXT_PICTURE)).isEqualTo("J");

        press(robot, "previous-picture", KeyCode.J);
        assertThat(words(robot, "#keys-previous-picture")).isEqualTo("A");
        assertThat(words(robot, "#keys-said")).contains("J", Shortcut.NEXT_PICTURE.label());
        press(robot, "previous-picture", KeyCode.B);
        assertThat(words(robot, "#keys-said")).contains("B", "canvas");
        press(robot, "previous-picture", KeyCode.ESCAPE);
        assertThat(words(robot, "#keys-previous-picture")).isEqualTo("A");
        press(robot, "previous-picture", KeyCode.D);
        assertThat(words(robot, "#keys-previous-picture")).as("free by now").isEqualTo("D");

        fire(robot, "#reset-next-picture");
        assertThat(words(robot, "#keys-said")).contains("D", Shortcut.PREVIOUS_PICTURE.label());
        fire(robot, "#reset-previous-picture");
        fire(robot, "#reset-next-picture");
        assertThat(open.window.settings().keymap()).isEqualTo(Keymap.DEFAULTS);
        press(robot, "next-picture", KeyCode.J);
        robot.push(KeyCode.ESCAPE);

        OpenWindow.until(() -> robot.lookup("#keys-next-picture").tryQuery().isEmpty());
        fx(() -> robot.lookup("#canvas").query().requestFocus());
        robot.push(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
        robot.push(KeyCode.J);
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        robot.push(KeyCode.F1);
        OpenWindow.until(() -> robot.lookup("#sheet").tryQuery().isPresent());
        assertThat(
                        OpenWindow.fx(() ->
                                robot.lookup("#sheet .key").queryAllAs(Label.class).stream()
                                        .map(Label::getText)
                                        .toList()))
                .contains("J")
                .doesNotContain("D");
        robot.push(KeyCode.ESCAPE);
        open.close();
        assertThat(open.remembered().shortcuts()).containsOnlyKeys("next-picture");
    }

    /// A page of the dialog that was just chosen takes the focus only once it is laid out.
    private static void press(FxRobot robot, String id, KeyCode key) {
        Button button = robot.lookup("#keys-" + id).queryButton();
        String before = words(robot, "#keys-" + id);
        OpenWindow.until(() -> {
            button.requestFocus();
            return button.isFocused();
        });
        fire(robot, "#keys-" + id);
        String waiting = words(robot, "#keys-" + id);
        assertThat(waiting).isNotEqualTo(before);
        robot.push(key);
        OpenWindow.until(() -> !button.getText().equals(waiting));
    }

    private static void fire(FxRobot robot, String button) {
        fx(() -> robot.lookup(button).queryButton().fire());
    }

    @Test
    void languageThemeAndAnnotatorAreSetInTheDialogAndHoldAtOnce(FxRobot robot) {
        open.open(home.resolve("match"));
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        OpenWindow.until(() -> robot.lookup("#annotator").tryQuery().isPresent());
        fx(() -> {
            robot.lookup("#annotator").queryAs(TextField.class).setText(" Ada ");
            robot.lookup("#theme").<ComboBox<Theme>>query().setValue(Theme.DARK);
            robot.lookup("#language").<ComboBox<Language>>query().setValue(Language.CHINESE);
        });
        assertThat(robot.lookup("标注者").tryQuery()).as("the dialog itself").isPresent();
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        assertThat(open.studio().edits().annotator()).isEqualTo("Ada");
        robot.push(KeyCode.ESCAPE);
        OpenWindow.until(() -> robot.lookup("#annotator").tryQuery().isEmpty());
        open.close();
        assertThat(open.remembered().annotator()).isEqualTo("Ada");
        assertThat(open.remembered().language()).isEqualTo(Language.CHINESE);
        assertThat(open.remembered().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void theThemeFollowsTheDesktopUnlessOneIsChosen() {
        assertThat(Application.getUserAgentStylesheet()).contains("light");
        fx(() -> open.darkDesktop.set(true));
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        fx(() -> open.window.setTheme(Theme.LIGHT));
        assertThat(Application.getUserAgentStylesheet()).contains("light");
        fx(() -> {
            open.darkDesktop.set(false);
            open.window.setTheme(Theme.DARK);
            open.darkDesktop.set(true);
            open.darkDesktop.set(false);
        });
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        fx(() -> open.window.setTheme(Theme.SYSTEM));
        assertThat(Application.getUserAgentStylesheet()).contains("light");
    }

    @Test
    void anExportThatIsCancelledInTheListOfTasksWritesNothing(FxRobot robot) {
        open.open(home.resolve("match"));
        fx(() ->
                open.studio()
                        .apply(
                                open.studio()
                                        .edits()
                                        .add(
                                                open.studio().pictureProperty().get().orElseThrow(),
                                                0,
                                                PLATE)));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        Path out = home.resolve("out");
        fx(() -> robot.lookup("#destination").queryAs(TextField.class).setText(out.toString()));
        OpenWindow.until(
                () -> robot.lookup("Export").tryQuery().filter(n -> !n.isDisabled()).isPresent());
        assertThat(words(robot, "#export-summary")).contains("Pictures 1, plates 1", "out: 2");
        Semaphore workers = open.holdWorkers();
        robot.clickOn("Export");
        OpenWindow.until(() -> open.window.background().running().size() == 1);
        robot.clickOn("#status-tasks");
        OpenWindow.until(() -> robot.lookup("#tasks .button").tryQuery().isPresent());
        robot.clickOn("#tasks .button");
        OpenWindow.until(() -> open.window.background().running().isEmpty());
        workers.release(2);
        open.close();
        assertThat(out).doesNotExist();
        assertThat(home.resolve(".out.penumbra-new")).doesNotExist();
    }

    @Test
    void thePreviewOfAnExportFollowsTheOptionsAndRefusesWhatCannotBeReplaced(FxRobot robot)
            throws Exception {
        open.open(home.resolve("match"));
        fx(() ->
                open.studio()
                        .apply(
                                open.studio()
                                        .edits()
                                        .add(
                                                open.studio().pictureProperty().get().orElseThrow(),
                                                0,
                                                List.of(
                                                        new Point(-9, 100),
                                                        new Point(-9, 140),
                                                        new Point(80, 140),
                                                        new Point(80, 100)))));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        OpenWindow.until(() -> words(robot, "#export-summary").contains("plates 1"));
        assertThat(words(robot, ".findings")).contains("[export-hidden]");
        fx(() -> {
            ComboBox<OutsideRule> outside = robot.lookup("#export-outside").query();
            outside.setValue(OutsideRule.SKIP);
        });
        OpenWindow.until(() -> words(robot, "#export-summary").contains("export-"));
        assertThat(robot.lookup("Export").query().isDisabled()).isTrue();
        fx(() -> {
            ComboBox<OutsideRule> outside = robot.lookup("#export-outside").query();
            outside.setValue(OutsideRule.CLAMP);
        });
        OpenWindow.until(() -> !robot.lookup("Export").query().isDisabled());
        assertThat(words(robot, ".findings")).contains("[export-moved]");
        Path full = Files.createDirectories(home.resolve("full"));
        Files.writeString(full.resolve("thesis.txt"), "precious");
        fx(() -> robot.lookup("#destination").queryAs(TextField.class).setText(full.toString()));
        OpenWindow.until(() -> words(robot, "#export-summary").contains(full.toString()));
        assertThat(robot.lookup("Export").query().isDisabled()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(full).isDirectoryContaining("glob:**thesis.txt");
    }

    @Test
    void whatIsDamagedInTheSettingsIsSaidAndTheRestHolds() throws Exception {
        open.close();
        SettingsFile file = new SettingsFile(home.resolve("studio.json"));
        file.write(Settings.first(Language.ENGLISH, "Ada"));
        Files.writeString(
                file.path(),
                Files.readString(file.path()).replace("\"LIGHT\"", "1").replace("SYSTEM", "PINK"));
        open = OpenWindow.fx(() -> new OpenWindow(new Stage(), home, Optional.empty(), file));
        OpenWindow.until(() -> open.window.notices().sentence().contains("theme"));
        assertThat(open.window.settings().annotator()).isEqualTo("Ada");
    }

    @Test
    void theWindowComesBackWhereItWasAndFromAScreenThatIsGone() {
        fx(() -> {
            open.window.stage().setX(50);
            open.window.stage().setY(60);
            open.window.stage().setWidth(900);
            open.window.stage().setHeight(700);
        });
        open.close();
        SettingsFile file = new SettingsFile(home.resolve("studio.json"));
        assertThat(open.remembered().frame()).isEqualTo(new Frame(50, 60, 900, 700, false));
        file.write(open.remembered().withFrame(new Frame(9000, 60, 900, 700, false)));
        open = OpenWindow.fx(() -> new OpenWindow(new Stage(), home, Optional.empty(), file));
        assertThat(open.window.stage().getX()).isEqualTo(1920 - 900);
        assertThat(open.window.stage().getY()).isEqualTo(60);
    }
}
