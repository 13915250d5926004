package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Point;
import penumbra.model.LabelState;
import penumbra.model.Visibility;
import penumbra.ui.window.OpenWindow;

/// The two ways to make a plate, and the glass that helps.
class PlateToolsTest extends WindowAtWork {

    @Test
    void fourClicksInTheOrderOfTheSchemaMakeAPlateThatIsSelected() {
        type(KeyCode.W);
        click(new Point(100, 100));
        click(new Point(102, 140));
        click(new Point(180, 142));
        assertThat(targets()).isEmpty();
        click(new Point(181, 103));
        assertNear(point(0), 100, 100);
        assertNear(point(1), 102, 140);
        assertNear(point(2), 180, 142);
        assertNear(point(3), 181, 103);
        assertThat(only().annotator()).isEqualTo("tester");
        assertThat(open.picture().state()).isEqualTo(LabelState.LABELLED);
        assertThat(OpenWindow.fx(() -> open.studio().selected())).contains(only());
    }

    @Test
    void backspaceTakesTheLastClickBackAndEscapeAllOfThem() {
        type(KeyCode.W);
        click(new Point(100, 100));
        click(new Point(30, 30));
        type(KeyCode.BACK_SPACE);
        click(new Point(102, 140));
        click(new Point(180, 142));
        click(new Point(181, 103));
        assertNear(point(1), 102, 140);
        click(new Point(300, 300));
        type(KeyCode.ESCAPE);
        type(KeyCode.ESCAPE);
        assertThat(OpenWindow.fx(() -> canvas().toolProperty().get())).isEmpty();
        assertThat(targets()).hasSize(1);
    }

    @Test
    void twoDragsAlongTheBarsMakeAPlateWhicheverBarAndEndComesFirst() {
        type(KeyCode.E);
        drag(new Point(400, 260), new Point(400, 220));
        drag(new Point(300, 220), new Point(302, 262));
        assertNear(point(0), 300, 220);
        assertNear(point(1), 302, 262);
        assertNear(point(2), 400, 260);
        assertNear(point(3), 400, 220);
    }

    @Test
    void endpointsOutsideThePictureArePlacedHiddenAndKeptOnDisk() throws Exception {
        OpenWindow.fx(() -> {
            state().viewportProperty()
                    .set(
                            state().viewportProperty()
                                    .get()
                                    .map(v -> v.zoomedAt(new Point(0, 0), 2).panned(90, 90)));
            return null;
        });
        type(KeyCode.W);
        click(new Point(-12, -8));
        click(new Point(-12, 40));
        click(new Point(60, 40));
        click(new Point(60, -8));
        assertNear(point(0), -12, -8);
        assertNear(point(3), 60, -8);
        assertThat(only().keypoints().stream().map(k -> k.visibility()))
                .containsExactly(
                        Visibility.OCCLUDED,
                        Visibility.OCCLUDED,
                        Visibility.VISIBLE,
                        Visibility.OCCLUDED);
        OpenWindow.until(() -> open.studio().savedProperty().get());
        assertThat(open.studio().store().replay().image(open.picture().id()))
                .contains(open.picture());
    }

    @Test
    void theGlassShowsThePointAtEightTimesWhileItIsPlacedAndWhileItIsDragged() {
        assertThat(OpenWindow.fx(() -> canvas().loupe())).isEmpty();
        type(KeyCode.W);
        robot.moveTo(open.onScreen(new Point(200, 150)));
        WaitForAsyncUtils.waitForFxEvents();
        Loupe placing = OpenWindow.fx(() -> canvas().loupe()).orElseThrow();
        assertNear(placing.focus(), 200, 150);
        assertThat(placing.inside().scale()).isEqualTo(8);
        assertThat(placing.coordinates())
                .isEqualTo(String.format("%.2f, %.2f", placing.focus().x(), placing.focus().y()));
        assertThat(placing.magnification()).isEqualTo("8×");
        OpenWindow.until(() -> canvas().lookup("#loupe").isVisible());
        robot.moveTo("#search");
        OpenWindow.until(() -> !canvas().lookup("#loupe").isVisible());
        type(KeyCode.Q);
        plate(200, 150);
        Point2D start = open.onScreen(new Point(200, 150));
        robot.moveTo(start).press(MouseButton.PRIMARY).moveTo(start.add(30, 20));
        WaitForAsyncUtils.waitForFxEvents();
        Optional<Loupe> dragging = OpenWindow.fx(() -> canvas().loupe());
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(dragging).map(Loupe::focus).contains(point(0));
        assertThat(OpenWindow.fx(() -> canvas().loupe())).isEmpty();
    }

    @Test
    void theGlassShowsTheOverlaysAsTheyLieThere() {
        plate(200, 150);
        Point2D start = open.onScreen(new Point(200, 150));
        type(KeyCode.ALT, KeyCode.DIGIT2);
        robot.moveTo(start).press(MouseButton.PRIMARY).moveTo(start.add(3, 2));
        WaitForAsyncUtils.waitForFxEvents();
        int with = greenInTheGlass();
        type(KeyCode.ALT, KeyCode.DIGIT2);
        int without = greenInTheGlass();
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(with).as("rings of the dragged point").isGreaterThan(without + 100);
    }

    /// Pixels of the glass in the colour of Helium rings.
    private int greenInTheGlass() {
        return OpenWindow.fx(() -> {
            Node glass = canvas().lookup("#loupe");
            WritableImage seen = glass.snapshot(null, null);
            int count = 0;
            for (int y = 0; y < seen.getHeight(); y++) {
                for (int x = 0; x < seen.getWidth(); x++) {
                    Color at = seen.getPixelReader().getColor(x, y);
                    count += at.getGreen() > at.getRed() + 0.25 ? 1 : 0;
                }
            }
            return count;
        });
    }

    @Test
    void theGhostOfThePlateFollowsThePointer() {
        type(KeyCode.W);
        click(new Point(100, 100));
        click(new Point(100, 140));
        robot.moveTo(open.onScreen(new Point(190, 145)));
        WaitForAsyncUtils.waitForFxEvents();
        List<Point> ghost =
                OpenWindow.fx(() ->
                        canvas().toolProperty()
                                .get()
                                .orElseThrow()
                                .preview()
                                .orElseThrow()
                                .points());
        assertThat(ghost).hasSize(4);
        assertNear(ghost.get(2), 190, 145);
    }
}
