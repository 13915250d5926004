package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.data.Display;
import penumbra.data.ImageWriter;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Edit;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Studio;
import penumbra.ui.window.OpenWindow;

/// One window with three rendered pictures, kept for all tests of a class; every test starts on the
/// first picture without labels. The second picture is the first one, moved.
public abstract class WindowAtWork {

    protected static final Size SIZE = new Size(640, 512);

    /// From a thing in the first picture to the same in the second, px.
    protected static final Point MOTION = new Point(6, -4);

    protected static OpenWindow open;

    protected final FxRobot robot = new FxRobot();

    private static Locale locale;

    @BeforeAll
    static void openWindow(@TempDir Path home) throws IOException, TimeoutException {
        locale = Locale.getDefault();
        OpenWindow.render(home.resolve("match"), 3, SIZE);
        Files.write(
                home.resolve("match").resolve("frame-2.png"),
                ImageWriter.png(SIZE, moved(SyntheticScene.render(5, 0, SIZE).argb())));
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            Settings first = Settings.first(Language.ENGLISH, "tester").withHintSeen();
            open = new OpenWindow(stage, home, first);
        });
        open.open(home.resolve("match"));
    }

    private static int[] moved(int[] argb) {
        int[] moved = new int[argb.length];
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                int fromX = Math.clamp(x - (int) MOTION.x(), 0, SIZE.width() - 1);
                int fromY = Math.clamp(y - (int) MOTION.y(), 0, SIZE.height() - 1);
                moved[y * SIZE.width() + x] = argb[fromY * SIZE.width() + fromX];
            }
        }
        return moved;
    }

    @AfterAll
    static void closeWindow() {
        open.close();
        Locale.setDefault(locale);
    }

    @BeforeEach
    void clean() {
        OpenWindow.fx(() -> {
            Studio studio = open.studio();
            for (LabelledImage image : List.copyOf(studio.project().images())) {
                LabelledImage blank =
                        image.withTargets(List.of()).withState(LabelState.UNLABELLED, "");
                if (!blank.equals(image)) {
                    studio.apply(Edit.change("clean", image, blank));
                }
            }
            studio.show(studio.pictures().shown().getFirst().id());
            studio.currentClassProperty().set(0);
            state().plateToolProperty().set(Optional.empty());
            state().proposalProperty().set(Optional.empty());
            state().displayProperty().set(Display.NEUTRAL);
            state().stickersProperty().set(false);
            state().fit();
            canvas().requestFocus();
            return null;
        });
        OpenWindow.until(open::hasPixels);
    }

    protected static PictureCanvas canvas() {
        return open.window.workspace().orElseThrow().canvas();
    }

    protected static CanvasState state() {
        return open.window.workspace().orElseThrow().state();
    }

    protected static List<Target> targets() {
        return open.picture().targets();
    }

    protected static Target only() {
        assertThat(targets()).hasSize(1);
        return targets().getFirst();
    }

    protected static Point point(int keypoint) {
        return only().keypoints().get(keypoint).at();
    }

    /// Puts a plate into the picture that is shown and selects it.
    protected static Target plate(int classIndex, double... xy) {
        return OpenWindow.fx(() -> {
            Studio studio = open.studio();
            LabelledImage picture = studio.pictureProperty().get().orElseThrow();
            List<Point> points =
                    List.of(
                            new Point(xy[0], xy[1]),
                            new Point(xy[2], xy[3]),
                            new Point(xy[4], xy[5]),
                            new Point(xy[6], xy[7]));
            studio.apply(studio.edits().add(picture, classIndex, points));
            Target added = studio.pictureProperty().get().orElseThrow().targets().getLast();
            studio.selectionProperty().set(Optional.of(Selection.whole(picture.id(), added.id())));
            return added;
        });
    }

    /// An upright plate with its top left point there, 80 px wide and 40 high.
    protected static Target plate(double x, double y) {
        return plate(0, x, y, x, y + 40, x + 80, y + 40, x + 80, y);
    }

    protected static void select(Selection selection) {
        OpenWindow.fx(() -> {
            open.studio().selectionProperty().set(Optional.of(selection));
            return null;
        });
    }

    protected static void showPicture(int index) {
        OpenWindow.fx(() -> {
            open.studio().show(open.studio().pictures().shown().get(index).id());
            return null;
        });
        OpenWindow.until(open::hasPixels);
    }

    protected void type(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected void click(Point inPicture) {
        robot.clickOn(open.onScreen(inPicture));
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected void drag(Point from, Point to) {
        drag(from, to, MouseButton.PRIMARY);
    }

    protected void drag(Point from, Point to, MouseButton button) {
        Point2D start = open.onScreen(from);
        Point2D end = open.onScreen(to);
        robot.moveTo(start).press(button).moveTo(end).release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// As near as the robot's whole screen px, of which it may miss one, allow.
    protected static double reach() {
        return 1.5 / open.view().scale();
    }

    protected static void assertNear(Point actual, double x, double y) {
        assertThat(actual.distance(new Point(x, y))).as(actual.toString()).isLessThan(reach());
    }
}
