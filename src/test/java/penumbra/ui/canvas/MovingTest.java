package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.ui.window.OpenWindow;

/// Points, bars and plates that are dragged and nudged.
class MovingTest extends WindowAtWork {

    private static List<Point> points() {
        return only().keypoints().stream().map(k -> k.at()).toList();
    }

    private static void assertMoved(Target before, int keypoint, double dx, double dy) {
        Point by = point(keypoint).minus(before.keypoints().get(keypoint).at());
        assertNear(by, dx, dy);
    }

    @Test
    void aDraggedPointMovesAndTheOthersStay() {
        Target before = plate(200, 150);
        drag(new Point(200, 150), new Point(190, 140));
        assertMoved(before, 0, -10, -10);
        assertThat(points().subList(1, 4)).isEqualTo(before.labelledPoints().subList(1, 4));
    }

    @Test
    void aDraggedBarTakesItsTwoEndsAlong() {
        Target before = plate(200, 150);
        drag(new Point(280, 170), new Point(300, 175));
        assertThat(points().subList(0, 2)).isEqualTo(before.labelledPoints().subList(0, 2));
        assertMoved(before, 2, 20, 5);
        assertMoved(before, 3, 20, 5);
        assertThat(point(2).minus(point(3))).isEqualTo(new Point(0, 40));
    }

    @Test
    void aDraggedPlateMovesAsAWhole() {
        Target before = plate(200, 150);
        drag(new Point(240, 170), new Point(280, 200));
        for (int i = 0; i < 4; i++) {
            assertMoved(before, i, 40, 30);
        }
        assertThat(point(2).minus(point(0)).x()).isCloseTo(80, within(1e-9));
    }

    @Test
    void aClickSelectsAndMovesNothing() {
        Target before = plate(200, 150);
        click(new Point(200, 150));
        assertThat(only()).isEqualTo(before);
        assertThat(OpenWindow.fx(() -> open.studio().selectionProperty().get()))
                .contains(Selection.point(open.picture().id(), before.id(), 0));
    }

    @Test
    void arrowsNudgeByOneTenAndATenthOfAPixel() {
        plate(200, 150);
        click(new Point(200, 150));
        type(KeyCode.RIGHT);
        assertThat(point(0)).isEqualTo(new Point(201, 150));
        type(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(point(0)).isEqualTo(new Point(201, 160));
        type(KeyCode.ALT, KeyCode.LEFT);
        assertThat(point(0).x()).isCloseTo(200.9, within(1e-9));
        type(KeyCode.UP);
        assertThat(point(0).y()).isEqualTo(159);
        assertThat(point(1)).isEqualTo(new Point(200, 190));
        for (int i = 0; i < 4; i++) {
            type(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(point(0)).isEqualTo(new Point(200, 150));
    }

    @Test
    void withAltADragCountsATenthAndWithShiftAPointKeepsToItsBar() {
        Target before = plate(200, 150);
        robot.press(KeyCode.ALT);
        drag(new Point(200, 150), new Point(240, 150));
        robot.release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        assertMoved(before, 0, 4, 0);
        robot.press(KeyCode.SHIFT);
        drag(new Point(280, 190), new Point(300, 220));
        robot.release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(point(2).x()).isCloseTo(280, within(1e-9));
        assertMoved(before, 2, 0, 30);
    }
}
