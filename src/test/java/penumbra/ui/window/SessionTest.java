package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.Project;
import penumbra.model.Target;
import penumbra.model.Visibility;
import penumbra.store.ProjectStore;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Theme;

/// A person's whole session with mouse and keyboard, from the folder of pictures to the data set.
@ExtendWith(ApplicationExtension.class)
class SessionTest {

    private static final Size SIZE = new Size(640, 512);

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;
    private FxRobot robot;

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

    private List<Target> targets() {
        return open.picture().targets();
    }

    private Point point(int target, int keypoint) {
        return targets().get(target).keypoints().get(keypoint).at();
    }

    private void type(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void click(Point inPicture) {
        robot.clickOn(open.onScreen(inPicture));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void drag(Point from, Point to) {
        Point2D start = open.onScreen(from);
        Point2D end = open.onScreen(to);
        robot.moveTo(start).press(MouseButton.PRIMARY).moveTo(end).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// As near as the robot's whole screen px, of which it may miss one, allow.
    private double reach() {
        return 1.5 / open.view().scale();
    }

    private void assertNear(Point actual, double x, double y) {
        assertThat(actual.distance(new Point(x, y))).as(actual.toString()).isLessThan(reach());
    }

    @Test
    void aFolderBecomesADataSetWithTheNumbersThatWereLabelled(FxRobot hands) throws Exception {
        robot = hands;
        open.open(home.resolve("match"));
        assertThat(home.resolve("match").resolve("match.penumbra")).exists();
        assertThat(open.picture().path()).isEqualTo("frame-1.png");

        // Four clicks, blue guard being the class that a new project starts with.
        type(KeyCode.W);
        click(new Point(100, 100));
        click(new Point(100, 140));
        click(new Point(180, 142));
        assertThat(targets()).isEmpty();
        click(new Point(180, 102));
        assertThat(targets()).hasSize(1);
        assertNear(point(0, 0), 100, 100);
        assertNear(point(0, 1), 100, 140);
        assertNear(point(0, 2), 180, 142);
        assertNear(point(0, 3), 180, 102);
        assertThat(open.picture().state()).isEqualTo(LabelState.LABELLED);

        // Red three by two keys, then a nudge of each size.
        type(KeyCode.R);
        type(KeyCode.DIGIT3);
        assertThat(targets().getFirst().classIndex()).isEqualTo(11);
        Point before = point(0, 0);
        type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(point(0, 0).minus(before).x()).isCloseTo(0.9, within(1e-9));
        assertThat(point(0, 0).minus(before).y()).isCloseTo(10, within(1e-9));
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(point(0, 0).minus(before).x()).isCloseTo(1, within(1e-9));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(point(0, 0).minus(before).x()).isCloseTo(0.9, within(1e-9));

        // Two drags on the next picture, the right bar first and from below.
        type(KeyCode.D);
        OpenWindow.until(open::hasPixels);
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        type(KeyCode.E);
        drag(new Point(400, 260), new Point(400, 220));
        drag(new Point(300, 220), new Point(302, 262));
        assertThat(targets()).hasSize(1);
        assertNear(point(0, 0), 300, 220);
        assertNear(point(0, 1), 302, 262);
        assertNear(point(0, 2), 400, 260);
        assertNear(point(0, 3), 400, 220);
        assertThat(targets().getFirst().classIndex()).isEqualTo(11);

        // Undo reaches over to the picture before and comes back.
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(targets()).isEmpty();
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).type(KeyCode.Z);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        assertThat(targets()).hasSize(1);

        // The third picture is flagged without plates; then everything is exported.
        type(KeyCode.D);
        type(KeyCode.X);
        assertThat(open.picture().state()).isEqualTo(LabelState.FLAGGED);
        OpenWindow.until(() -> open.studio().savedProperty().get());
        type(KeyCode.CONTROL, KeyCode.E);
        OpenWindow.until(() -> robot.lookup("#destination").tryQuery().isPresent());
        Node destination = robot.lookup("#destination").query();
        Path out = home.resolve("out");
        OpenWindow.fx(() -> {
            ((TextField) destination).setText(out.toString());
            return null;
        });
        robot.clickOn("Export");
        OpenWindow.until(() -> Files.exists(out.resolve("data.yaml")));

        Project project = OpenWindow.fx(() -> open.studio().project());
        assertExported(out, "frame-1", project.images().get(0).targets().getFirst());
        assertExported(out, "frame-2", project.images().get(1).targets().getFirst());
        open.close();
        assertStored(project);
    }

    @Test
    void labelsBesideThePicturesAreOfferedShownAndTakenIn(FxRobot hands) throws Exception {
        robot = hands;
        Files.writeString(
                home.resolve("match/frame-2.txt"),
                "12 0.25 0.5 0.25 0.75 0.5 0.75 0.5 0.5\nnonsense\n");
        open.open(home.resolve("match"));
        OpenWindow.until(() -> open.window.notices().sentence().endsWith(": 1"));
        OpenWindow.until(() -> open.window.notices().settled());
        robot.clickOn("Import ...");
        OpenWindow.until(
                () -> robot.lookup("Import").tryQuery().filter(n -> !n.isDisabled()).isPresent());
        robot.clickOn("Import");
        OpenWindow.until(() -> open.studio().project().targetCount() == 1);
        OpenWindow.until(() -> open.studio().savedProperty().get());
        Project project = OpenWindow.fx(() -> open.studio().project());
        Target plate = project.images().get(1).targets().getFirst();
        assertThat(project.schema().classNames().get(plate.classIndex())).isEqualTo("R3");
        assertThat(plate.keypoints().get(2).at()).isEqualTo(new Point(320, 384));
        assertThat(project.images().get(0).state()).isEqualTo(LabelState.UNLABELLED);

        // All of it is one step.
        OpenWindow.fx(() -> {
            robot.lookup("#canvas").query().requestFocus();
            return null;
        });
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(OpenWindow.fx(() -> open.studio().project().targetCount())).isZero();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        OpenWindow.until(() -> open.studio().project().equals(project));
        open.close();
        assertStored(project);
    }

    @Test
    void languageAndThemeChangeUnderwayAndAreRememberedAndTheViewStays(FxRobot hands) {
        robot = hands;
        open.open(home.resolve("match"));
        type(KeyCode.D);
        OpenWindow.until(open::hasPixels);
        robot.moveTo(open.onScreen(new Point(200, 200)));
        robot.scroll(3, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        Viewport before = open.view();
        OpenWindow.fx(() -> {
            open.window.setLanguage(Language.CHINESE);
            open.window.setTheme(Theme.DARK);
            return null;
        });
        OpenWindow.until(() -> robot.lookup("文件").tryQuery().isPresent());
        assertThat(robot.lookup("File").tryQuery()).isEmpty();
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        assertThat(open.view().zoom()).isEqualTo(before.zoom());
        open.close();
        Settings next = new SettingsFile(home.resolve("studio.json")).read(_ -> {});
        assertThat(next.language()).isEqualTo(Language.CHINESE);
        assertThat(next.theme()).isEqualTo(Theme.DARK);
        assertThat(next.recent()).containsExactly(home.resolve("match/match.penumbra").toString());
    }

    @Test
    void searchNarrowsTheListAndKeysGoOnlyThroughWhatItFinds(FxRobot hands) {
        robot = hands;
        open.open(home.resolve("match"));
        type(KeyCode.X);
        type(KeyCode.CONTROL, KeyCode.F);
        robot.write("-state:flagged");
        robot.push(KeyCode.ESCAPE);
        OpenWindow.until(() -> open.studio().pictures().shown().size() == 2);
        robot.clickOn("#canvas");
        type(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        type(KeyCode.A);
        assertThat(open.picture().path()).as("the first of those found").isEqualTo("frame-2.png");
        type(KeyCode.D);
        type(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-3.png");
    }

    @Test
    void whatCannotBeOpenedIsSaidInOneSentenceAndWhatIsOpenStays(FxRobot hands) throws Exception {
        robot = hands;
        open.open(home.resolve("match"));
        Path other = Files.writeString(home.resolve("broken.penumbra"), "no database");
        OpenWindow.fx(() -> {
            open.window.open(other);
            return null;
        });
        OpenWindow.until(() -> open.window.notices().sentence().contains("broken.penumbra"));
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
    }

    /// The label file of a picture, wherever the split put it, holds class, box and points of the
    /// plate to the twelfth digit.
    private static void assertExported(Path out, String name, Target target) throws IOException {
        Path train = out.resolve("labels/train/" + name + ".txt");
        Path file = Files.exists(train) ? train : out.resolve("labels/val/" + name + ".txt");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1);
        double[] numbers =
                List.of(lines.getFirst().split(" ")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        assertThat(numbers).hasSize(5 + 4 * 3);
        assertThat(numbers[0]).isEqualTo(target.classIndex());
        for (int i = 0; i < 4; i++) {
            Keypoint point = target.keypoints().get(i);
            assertThat(point.visibility()).isEqualTo(Visibility.VISIBLE);
            assertThat(numbers[5 + 3 * i] * SIZE.width()).isCloseTo(point.at().x(), within(1e-9));
            assertThat(numbers[6 + 3 * i] * SIZE.height()).isCloseTo(point.at().y(), within(1e-9));
            assertThat(numbers[7 + 3 * i]).isEqualTo(2);
        }
    }

    /// What a second start would find on disk.
    private void assertStored(Project project) throws Exception {
        try (var io = Executors.newSingleThreadExecutor();
                ProjectStore store = ProjectStore.open(home.resolve("match/match.penumbra"), io)) {
            assertThat(store.project()).isEqualTo(project);
            assertThat(store.replay()).isEqualTo(project);
        }
    }
}
