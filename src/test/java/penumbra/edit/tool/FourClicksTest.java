package penumbra.edit.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static penumbra.model.Samples.picture;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import penumbra.edit.LabelEdits;
import penumbra.edit.tool.PointerEvent.Keys;
import penumbra.geometry.Point;
import penumbra.model.Schema;

class FourClicksTest {

    private static final int B3 = 3;
    private static final int R1 = 9;

    private final Pointer pointer = pointer(B3);

    private static Pointer pointer(int classIndex) {
        FourClicks tool = FourClicks.start(LabelEdits.by("Ada"), Schema.ARMOR_PLATE, classIndex);
        return new Pointer(tool, picture(1));
    }

    @Test
    void fourClicksMakeOnePlateInTheirOrderAndTheToolBeginsAnew() {
        pointer.click(10.25, 20).click(10, 40.5).click(58, 40).click(58, 20);
        assertThat(pointer.edits()).hasSize(1);
        assertThat(pointer.edits().getFirst().label()).isEqualTo("add-plate");
        assertThat(pointer.last().classIndex()).isEqualTo(B3);
        assertThat(pointer.last().labelledPoints())
                .containsExactly(
                        new Point(10.25, 20),
                        new Point(10, 40.5),
                        new Point(58, 40),
                        new Point(58, 20));
        pointer.click(110, 20).click(110, 40).click(158, 40).click(158, 20);
        assertThat(pointer.edits()).hasSize(2);
    }

    @Test
    void afterTheFirstPointTheGhostIsAPlateSeenFrontally() {
        pointer.click(100, 50).move(100, 106);
        Preview ghost = pointer.preview();
        assertThat(ghost.points())
                .containsExactly(
                        new Point(100, 50),
                        new Point(100, 106),
                        new Point(235, 106),
                        new Point(235, 50));
        assertThat(ghost.placed()).isEqualTo(Set.of(0));
        assertThat(ghost.replaces()).isEmpty();
        assertThat(ghost.focus()).contains(new Point(100, 106));
    }

    @Test
    void theGhostOfAOneIsALargePlate() {
        Pointer one = pointer(R1).click(100, 50).move(100, 106);
        assertThat(one.preview().points()).contains(new Point(330, 106), new Point(330, 50));
    }

    @Test
    void theGhostLeansWithTheBar() {
        pointer.click(100, 100).move(44, 100);
        assertThat(pointer.preview().points())
                .as("a bar that points left has its plate below")
                .containsExactly(
                        new Point(100, 100),
                        new Point(44, 100),
                        new Point(44, 235),
                        new Point(100, 235));
    }

    @Test
    void afterTwoPointsTheGhostIsAParallelogramAndAfterThreeWhatIsThere() {
        pointer.click(10, 20).click(12, 40).move(60, 45);
        assertThat(pointer.preview().points())
                .containsExactly(
                        new Point(10, 20), new Point(12, 40), new Point(60, 45), new Point(58, 25));
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(0, 1));
        pointer.click(60, 45).move(57, 22);
        assertThat(pointer.preview().points())
                .containsExactly(
                        new Point(10, 20), new Point(12, 40), new Point(60, 45), new Point(57, 22));
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(0, 1, 2));
    }

    @Test
    void beforeThePointerWasSeenThereIsNothingToDraw() {
        assertThat(pointer.tool().preview()).isEmpty();
        pointer.move(5, 6);
        assertThat(pointer.preview().points()).containsExactly(new Point(5, 6));
        assertThat(pointer.preview().placed()).isEmpty();
    }

    @Test
    void aPointIsWhereTheButtonGoesUp() {
        pointer.press(10, 20).move(13, 24).release(14, 25).move(30, 30);
        assertThat(pointer.preview().points().getFirst()).isEqualTo(new Point(14, 25));
    }

    @Test
    void fineMotionCountsATenth() {
        pointer.press(10, 20).move(10, 20, new Keys(false, true));
        pointer.release(20, 40, new Keys(false, true)).move(50, 90);
        assertThat(pointer.preview().points().getFirst()).isEqualTo(new Point(11, 22));
    }

    @Test
    void aDoubleClickIsOneClick() {
        pointer.click(10, 20).click(11, 21).move(10, 40);
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(0));
        pointer.click(10, 22.5).move(60, 40);
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(0, 1));
    }

    @Test
    void stepsAreTakenBackOneByOneOrAllAtOnce() {
        pointer.click(10, 20).click(10, 40).back().move(60, 60);
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(0));
        pointer.click(10, 40).click(60, 40).cancel();
        assertThat(pointer.preview().placed()).isEmpty();
        assertThat(pointer.back().isOver()).isFalse();
        assertThat(pointer.cancel().isOver()).isTrue();
        assertThat(pointer.edits()).isEmpty();
    }

    @Test
    void takingBackWhileTheButtonIsDownLeavesThePlacedPoints() {
        pointer.click(10, 20).press(10, 40).back().release(10, 40);
        assertThat(pointer.preview().placed()).isEqualTo(Set.of(0));
    }

    @Test
    void theClassMayChangeOnTheWay() {
        pointer.click(10, 20).click(10, 40).click(60, 40);
        Pointer other = new Pointer(((FourClicks) pointer.tool()).withClass(R1), picture(1));
        other.click(60, 20);
        assertThat(other.last().classIndex()).isEqualTo(R1);
    }

    @Test
    void theHintNamesThePointThatComesNext() {
        assertThat(pointer.tool().hint()).startsWith("Click TL, point 1 of 4;");
        assertThat(pointer.click(10, 20).tool().hint()).startsWith("Click BL, point 2 of 4;");
    }

    @Test
    void anotherNumberOfPointsIsRefused() {
        Schema three = Schema.plain(List.of("A", "B", "C"), List.of("thing"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourClicks.start(LabelEdits.by("Ada"), three, 0));
    }
}
