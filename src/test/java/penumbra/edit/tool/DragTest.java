package penumbra.edit.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static penumbra.model.Samples.picture;
import static penumbra.model.Samples.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.edit.tool.PointerEvent.Keys;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

class DragTest {

    private static final Keys ALONG = new Keys(true, false);
    private static final Keys FINE = new Keys(false, true);

    /// Left bar from (10, 10) to (10, 20), right bar from (40, 10) to (40, 20).
    private final Target plate = plate(0, 10);

    private final LabelledImage image = picture(1).withTargets(List.of(plate));

    private Pointer on(Selection selection, double x, double y) {
        PointerEvent.Press press = new PointerEvent.Press(new Point(x, y), Keys.NONE, Pointer.SLOP);
        Drag tool = Drag.start(LabelEdits.by("Bob"), Schema.ARMOR_PLATE, selection, image, press);
        return new Pointer(tool, image);
    }

    private Pointer onPoint(int keypoint, double x, double y) {
        return on(Selection.point(1, plate.id(), keypoint), x, y);
    }

    @Test
    void aPointMovesAsFarAsThePointerAndNotToIt() {
        Pointer pointer = onPoint(2, 41, 20.5).move(45, 25).release(46, 28.5);
        assertThat(pointer.isOver()).isTrue();
        assertThat(pointer.edits()).hasSize(1);
        assertThat(pointer.edits().getFirst().label()).isEqualTo("move-point");
        assertThat(pointer.last().labelledPoints())
                .containsExactly(
                        new Point(10, 10), new Point(10, 20), new Point(45, 28), new Point(40, 10));
        assertThat(pointer.last().annotator()).isEqualTo("Bob");
    }

    @Test
    void aBarMovesBothItsEnds() {
        Pointer pointer = on(Selection.bar(1, plate.id(), 0), 10, 15).move(7, 18).release(7, 18);
        assertThat(pointer.edits().getFirst().label()).isEqualTo("move-bar");
        assertThat(pointer.last().labelledPoints())
                .containsExactly(
                        new Point(7, 13), new Point(7, 23), new Point(40, 20), new Point(40, 10));
    }

    @Test
    void aPlateMovesAllItsPointsOutOfThePictureToo() {
        Pointer pointer = on(Selection.whole(1, plate.id()), 25, 15).release(5, 15);
        assertThat(pointer.edits().getFirst().label()).isEqualTo("move-plate");
        assertThat(pointer.last().labelledPoints())
                .containsExactly(
                        new Point(-10, 10),
                        new Point(-10, 20),
                        new Point(20, 20),
                        new Point(20, 10));
    }

    @Test
    void aClickThatStraysMovesNothing() {
        Pointer pointer = onPoint(0, 10, 10).move(11, 11);
        assertThat(pointer.preview().points()).isEqualTo(plate.labelledPoints());
        pointer.release(11.4, 11.4);
        assertThat(pointer.isOver()).isTrue();
        assertThat(pointer.edits()).isEmpty();
    }

    @Test
    void aDragBackToItsBeginningIsNoEdit() {
        Pointer pointer = onPoint(0, 10.1, 10.2).move(30.7, 30.3).release(10.1, 10.2);
        assertThat(pointer.edits()).isEmpty();
    }

    @Test
    void onceAwayAPointCanBeBroughtCloserThanAClickStrays() {
        Pointer pointer = onPoint(0, 10, 10).move(20, 10).release(10.5, 10);
        assertThat(pointer.last().labelledPoints().getFirst()).isEqualTo(new Point(10.5, 10));
    }

    @Test
    void thePreviewTakesTheTargetsPlaceAndTheLoupeThePoint() {
        Preview preview = onPoint(3, 40, 10).move(43, 14).preview();
        assertThat(preview.replaces()).contains(plate.id());
        assertThat(preview.points().get(3)).isEqualTo(new Point(43, 14));
        assertThat(preview.focus()).contains(new Point(43, 14));
        assertThat(preview.placed()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(on(Selection.whole(1, plate.id()), 25, 15).preview().focus()).isEmpty();
    }

    @Test
    void aPointKeepsToTheLineOfItsBar() {
        Pointer pointer = onPoint(1, 10, 20).move(17, 26, ALONG).release(17, 26, ALONG);
        assertThat(pointer.last().labelledPoints().get(1)).isEqualTo(new Point(10, 26));
    }

    @Test
    void aPlateKeepsToTheHorizontalOrTheVertical() {
        Selection whole = Selection.whole(1, plate.id());
        Pointer across = on(whole, 25, 15).release(35, 19, ALONG);
        assertThat(across.last().labelledPoints().getFirst()).isEqualTo(new Point(20, 10));
        Pointer down = on(whole, 25, 15).release(28, 22, ALONG);
        assertThat(down.last().labelledPoints().getFirst()).isEqualTo(new Point(10, 17));
    }

    @Test
    void fineMotionCountsATenthAndDoesNotJump() {
        Pointer pointer = onPoint(0, 10, 10).move(20, 10).move(20, 10, FINE).move(40, 10, FINE);
        assertThat(pointer.preview().points().getFirst()).isEqualTo(new Point(22, 10));
        pointer.move(40, 10);
        assertThat(pointer.preview().points().getFirst()).isEqualTo(new Point(22, 10));
        pointer.release(45, 10);
        assertThat(pointer.last().labelledPoints().getFirst()).isEqualTo(new Point(27, 10));
    }

    @Test
    void cancelPutsItBack() {
        Pointer pointer = onPoint(0, 10, 10).move(30, 30).cancel();
        assertThat(pointer.isOver()).isTrue();
        assertThat(pointer.edits()).isEmpty();
    }

    @Test
    void anUnlabelledPointOfAMovedPlateStaysUnlabelled() {
        List<Keypoint> points = new ArrayList<>(plate.keypoints());
        points.set(3, Keypoint.UNLABELLED);
        LabelledImage some = image.withTargets(List.of(plate.withKeypoints(points)));
        PointerEvent.Press press = new PointerEvent.Press(new Point(25, 15), Keys.NONE, 2);
        Selection whole = Selection.whole(1, plate.id());
        Drag tool = Drag.start(LabelEdits.by("Bob"), Schema.ARMOR_PLATE, whole, some, press);
        Pointer pointer = new Pointer(tool, some).release(35, 15);
        assertThat(pointer.last().keypoints())
                .containsExactly(
                        Keypoint.visible(20, 10),
                        Keypoint.visible(20, 20),
                        Keypoint.visible(50, 20),
                        Keypoint.UNLABELLED);
    }

    @Test
    void aTargetThatVanishedMeanwhileIsNotMoved() {
        PointerEvent.Press press = new PointerEvent.Press(new Point(25, 15), Keys.NONE, 2);
        Selection whole = Selection.whole(1, plate.id());
        Drag tool = Drag.start(LabelEdits.by("Bob"), Schema.ARMOR_PLATE, whole, image, press);
        Pointer pointer = new Pointer(tool, picture(1)).release(35, 15);
        assertThat(pointer.edits()).isEmpty();
        assertThat(pointer.isOver()).isTrue();
    }

    @Test
    void aClickOnWhatWasMovedMeanwhileDoesNotPutItBack() {
        PointerEvent.Press press = new PointerEvent.Press(new Point(25, 15), Keys.NONE, 2);
        Selection whole = Selection.whole(1, plate.id());
        Drag tool = Drag.start(LabelEdits.by("Bob"), Schema.ARMOR_PLATE, whole, image, press);
        Target nudged = plate.withKeypoints(plate(0, 11).keypoints());
        Pointer pointer = new Pointer(tool, image.withTargets(List.of(nudged))).release(25, 15);
        assertThat(pointer.edits()).isEmpty();
    }

    @Test
    void aSelectionElsewhereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on(Selection.whole(1, new UUID(0, 0)), 1, 1));
    }

    @Test
    void hintsTellWhatTheKeysDo() {
        assertThat(onPoint(0, 10, 10).tool().hint()).contains("line of the bar");
        assertThat(on(Selection.whole(1, plate.id()), 10, 10).tool().hint())
                .contains("straight across");
    }
}
