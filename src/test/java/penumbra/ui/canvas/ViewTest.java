package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.data.Display;
import penumbra.edit.tool.FourClicks;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.ui.window.OpenWindow;

/// Zooming, panning, turning to other pictures, and how the picture is shown.
class ViewTest extends WindowAtWork {

    private static Viewport zoomed(double zoom) {
        return OpenWindow.fx(() -> {
            Viewport view = state().viewportProperty().get().orElseThrow();
            Point middle = new Point(view.width() / 2, view.height() / 2);
            Viewport next = view.fit().zoomedAt(middle, zoom);
            state().viewportProperty().set(Optional.of(next));
            return next;
        });
    }

    @Test
    void theWheelZoomsAndThePointUnderThePointerStaysThere() {
        robot.moveTo(open.onScreen(new Point(200, 150)));
        WaitForAsyncUtils.waitForFxEvents();
        Point under = OpenWindow.fx(() -> state().pointerProperty().get()).orElseThrow();
        Viewport before = open.view();
        Point onScreen = before.toScreen(under);
        robot.scroll(3, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        Viewport after = open.view();
        assertThat(after.zoom()).isNotEqualTo(before.zoom());
        assertThat(after.toScreen(under).distance(onScreen)).isLessThan(1e-6);
        robot.scroll(3, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.view().zoom()).isCloseTo(before.zoom(), within(1e-9));
        assertThat(open.view().toScreen(under).distance(onScreen)).isLessThan(1e-6);
    }

    @Test
    void spaceAndMainButtonPanAndSoDoesTheMiddleButtonAndNothingIsLabelled() {
        Viewport before = zoomed(3);
        type(KeyCode.W);
        robot.press(KeyCode.SPACE);
        drag(new Point(300, 200), new Point(320, 230));
        robot.release(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        Point moved = before.corner().minus(open.view().corner());
        assertNear(moved, 20, 30);
        Viewport second = open.view();
        drag(new Point(300, 200), new Point(290, 190), MouseButton.MIDDLE);
        assertNear(second.corner().minus(open.view().corner()), -10, -10);
        assertThat(open.view().zoom()).isEqualTo(before.zoom());
        assertThat(targets()).isEmpty();
        assertThat(OpenWindow.fx(() -> canvas().toolProperty().get()))
                .hasValueSatisfying(t -> assertThat(((FourClicks) t).placed()).isEmpty());
    }

    @Test
    void keysFitShowActualSizeAndZoomToThePlate() {
        zoomed(3);
        type(KeyCode.F);
        Viewport fit = open.view();
        assertThat(fit.visible()).contains(new Box(0, 0, SIZE.width(), SIZE.height()));
        assertThat(Math.min(fit.width() / SIZE.width(), fit.height() / SIZE.height()))
                .isCloseTo(fit.scale(), within(1e-9));
        type(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(open.view().zoom()).isEqualTo(1);
        plate(30, 300);
        type(KeyCode.Z);
        Viewport near = open.view();
        Point middle = near.toPicture(new Point(near.width() / 2, near.height() / 2));
        assertThat(middle.distance(new Point(70, 320))).isLessThan(1e-6);
        assertThat(near.zoom()).isGreaterThan(fit.zoom());
    }

    @Test
    void keysTurnToTheNextAndThePreviousPicture() {
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
        type(KeyCode.A);
        assertThat(open.picture().path()).as("there is none before").isEqualTo("frame-1.png");
        type(KeyCode.D);
        type(KeyCode.D);
        type(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-3.png");
        type(KeyCode.A);
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
    }

    @Test
    void undoAndRedoReturnToThePictureAndThePlaceOfTheEdit() {
        plate(30, 30);
        LabelledImage labelled = open.picture();
        showPicture(2);
        zoomed(4);
        OpenWindow.fx(() -> {
            state().pan(-20_000, -20_000);
            return null;
        });
        Box plate = new Box(30, 30, 80, 40);
        assertThat(holds(open.view().window(), plate)).isFalse();
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
        assertThat(targets()).isEmpty();
        assertThat(open.view().zoom()).isEqualTo(4);
        assertThat(holds(open.view().window(), plate)).isTrue();
        showPicture(1);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.picture()).isEqualTo(labelled);
    }

    private static boolean holds(Box window, Box box) {
        return window.x() <= box.x()
                && window.y() <= box.y()
                && window.right() >= box.right()
                && window.bottom() >= box.bottom();
    }

    @Test
    void pixelsAreSquaresWhileTheViewMovesAndAboveFourHundredPercentAndSmoothOtherwise() {
        OpenWindow.until(() -> !canvas().nearest());
        boolean moving =
                OpenWindow.fx(() -> {
                    state().zoom(1.1);
                    return canvas().nearest();
                });
        assertThat(moving).isTrue();
        OpenWindow.until(() -> !canvas().nearest());
        zoomed(4);
        OpenWindow.until(() -> !canvas().nearest());
        zoomed(4.01);
        assertThat(OpenWindow.fx(() -> canvas().nearest())).isTrue();
    }

    @Test
    void keysExposeLiftTheShadowsChooseAChannelAndResetAndNoPixelOfThePictureChanges() {
        int[] before = OpenWindow.fx(() -> pixels().clone());
        type(KeyCode.CLOSE_BRACKET);
        type(KeyCode.CLOSE_BRACKET);
        type(KeyCode.OPEN_BRACKET);
        assertThat(display().exposure()).isEqualTo(0.5);
        type(KeyCode.SHIFT, KeyCode.CLOSE_BRACKET);
        assertThat(display().gamma()).isEqualTo(1.2);
        type(KeyCode.H);
        assertThat(display().channel()).isEqualTo(Display.Channel.RED);
        OpenWindow.fx(() -> {
            state().displayProperty().set(display().withLevels(new Display.Levels(3, 90)));
            return null;
        });
        assertThat(display().exposure()).isEqualTo(0.5);
        type(KeyCode.BACK_SLASH);
        assertThat(display()).isEqualTo(Display.NEUTRAL);
        assertThat(OpenWindow.fx(() -> pixels().clone())).isEqualTo(before);
    }

    private static Display display() {
        return state().displayProperty().get();
    }

    private static int[] pixels() {
        return state().pixelsProperty().get().orElseThrow().decoded().argb();
    }
}
