package penumbra.edit.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static penumbra.model.Samples.picture;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import penumbra.edit.LabelEdits;
import penumbra.edit.tool.PointerEvent.Keys;
import penumbra.geometry.Point;
import penumbra.model.Schema;

class TwoDragsTest {

    private static final Point TL = new Point(100, 50);
    private static final Point BL = new Point(102, 70);
    private static final Point BR = new Point(150, 71);
    private static final Point TR = new Point(148, 51);

    private static Pointer pointer() {
        return new Pointer(TwoDrags.start(LabelEdits.by("Ada"), Schema.ARMOR_PLATE, 4), picture(1));
    }

    @Example
    void twoDragsMakeOnePlateAndTheToolBeginsAnew() {
        Pointer pointer = pointer().drag(TL, BL).drag(TR, BR);
        assertThat(pointer.edits()).hasSize(1);
        assertThat(pointer.edits().getFirst().label()).isEqualTo("add-plate");
        assertThat(pointer.last().classIndex()).isEqualTo(4);
        assertThat(pointer.last().labelledPoints()).containsExactly(TL, BL, BR, TR);
        assertThat(pointer.drag(TL, BL).edits()).hasSize(1);
    }

    @Property
    void whicheverBarAndEndComesFirstThePlateIsInOrder(
            @ForAll @DoubleRange(min = -80, max = 80) double degrees,
            @ForAll @DoubleRange(min = 0.3, max = 5) double aspect,
            @ForAll boolean rightFirst,
            @ForAll boolean turnFirst,
            @ForAll boolean turnSecond) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        Point down = new Point(-s, c).times(10);
        Point across = new Point(c, s).times(10 * aspect);
        Point tl = new Point(200, 200);
        List<Point> plate = List.of(tl, tl.plus(down), tl.plus(down).plus(across), tl.plus(across));
        Bar left = new Bar(plate.get(0), plate.get(1));
        Bar right = new Bar(plate.get(3), plate.get(2));
        Bar first = rightFirst ? right : left;
        Bar second = rightFirst ? left : right;
        Bar one = turnFirst ? first.reversed() : first;
        Bar two = turnSecond ? second.reversed() : second;
        Pointer pointer = pointer().drag(one.from(), one.to()).drag(two.from(), two.to());
        assertThat(pointer.last().labelledPoints()).isEqualTo(plate);
    }

    @Example
    void theFirstBarIsSeenWhileItIsDragged() {
        Pointer pointer = pointer().press(100, 50).move(102, 60);
        assertThat(pointer.preview().points())
                .containsExactly(new Point(100, 50), new Point(102, 60));
        assertThat(pointer.preview().focus()).contains(new Point(102, 60));
        assertThat(pointer.preview().placed()).isEmpty();
    }

    @Example
    void afterTheFirstBarAnotherLikeItFollowsThePointer() {
        Pointer pointer = pointer().drag(TL, BL).move(140, 52);
        assertThat(pointer.preview().points())
                .containsExactly(TL, BL, new Point(142, 72), new Point(140, 52));
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(0, 1));
        pointer.move(40, 52);
        assertThat(pointer.preview().points())
                .containsExactly(new Point(40, 52), new Point(42, 72), BL, TL);
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(2, 3));
    }

    @Example
    void theSecondBarIsSeenAsItIsDragged() {
        Pointer pointer = pointer().drag(TL, BL).press(BR.x(), BR.y()).move(149, 60);
        assertThat(pointer.preview().points()).containsExactly(TL, BL, BR, new Point(149, 60));
        assertThat(pointer.preview().focus()).contains(new Point(149, 60));
    }

    @Example
    void aMereClickIsNoBar() {
        Pointer pointer = pointer().click(100, 50).drag(TL, BL).drag(TR, new Point(149, 52));
        assertThat(pointer.edits()).isEmpty();
        pointer.drag(BR, TR);
        assertThat(pointer.last().labelledPoints()).containsExactly(TL, BL, BR, TR);
    }

    @Example
    void fineMotionCountsATenth() {
        Keys fine = new Keys(false, true);
        Pointer pointer =
                pointer().press(100, 50).move(100, 60).move(100, 60, fine).release(100, 70, fine);
        pointer.move(150, 50);
        assertThat(pointer.preview().points()).contains(new Point(100, 61));
    }

    @Example
    void stepsAreTakenBack() {
        Pointer pointer = pointer().drag(TL, BL).press(TR.x(), TR.y()).move(149, 60).back();
        assertThat(pointer.preview().placed()).as("the second bar only").isEqualTo(Set.of(0, 1));
        pointer.release(149, 60);
        assertThat(pointer.edits()).isEmpty();
        pointer.back();
        assertThat(pointer.preview().points()).isEmpty();
        pointer.drag(TL, BL).cancel();
        assertThat(pointer.preview().points()).isEmpty();
        assertThat(pointer.cancel().isOver()).isTrue();
    }

    @Example
    void theClassMayChangeOnTheWay() {
        TwoDrags halfway = (TwoDrags) pointer().drag(TL, BL).tool();
        Pointer other = new Pointer(halfway.withClass(9), picture(1)).drag(TR, BR);
        assertThat(other.last().classIndex()).isEqualTo(9);
    }

    @Example
    void theHintSaysWhichBarComesNext() {
        assertThat(pointer().tool().hint()).contains("one bar");
        assertThat(pointer().drag(TL, BL).tool().hint()).contains("the other bar");
    }

    @Example
    void aSchemaWithoutBarsIsRefused() {
        Schema corners = Schema.plain(List.of("A", "B", "C", "D"), List.of("thing"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoDrags.start(LabelEdits.by("Ada"), corners, 0));
    }
}
