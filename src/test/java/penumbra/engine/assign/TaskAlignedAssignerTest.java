package penumbra.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.geometry.Box;

class TaskAlignedAssignerTest {

    /// P3 8x8 cells, P4 4x4, P5 2x2.
    private static final AnchorGrid GRID = new AnchorGrid(64, 64);

    private static InputLabel object(int classIndex, double x1, double y1, double x2, double y2) {
        return new InputLabel(classIndex, new Box(x1, y1, x2 - x1, y2 - y1), List.of());
    }

    private static long count(Assignment assignment, int object) {
        return IntStream.of(assignment.object()).filter(o -> o == object).count();
    }

    private static Assignment assign(List<InputLabel> objects, float[] predicted) {
        return TaskAlignedAssigner.STOCK.assign(
                new Predictions(GRID, _ -> predicted, (_, _) -> 0.25f, _ -> List.of()), objects);
    }

    @Test
    void withoutObjectsEverythingIsBackground() {
        Assignment assignment = assign(List.of(), new float[] {0, 0, 64, 64});

        assertThat(assignment.object()).hasSize(84).containsOnly(Assignment.NONE);
        assertThat(assignment.weight()).containsOnly(0);
    }

    @Test
    void aPerfectBoxGetsTenAnchorsOfFullWeightTheFirstOfEqualOnes() {
        Assignment assignment =
                assign(List.of(object(0, 0, 0, 64, 64)), new float[] {0, 0, 64, 64});

        assertThat(IntStream.range(0, 84).filter(a -> assignment.object()[a] == 0))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        // Overlap 1, so the best metric is scaled to 1.
        assertThat(assignment.weight()[3]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void anAnchorThatTwoObjectsWantGoesToTheOneItOverlapsMost() {
        List<InputLabel> objects = List.of(object(0, 0, 0, 40, 40), object(1, 0, 0, 44, 44));
        Assignment assignment = assign(objects, new float[] {0, 0, 44, 44});

        assertThat(count(assignment, 0)).isZero();
        assertThat(count(assignment, 1)).isEqualTo(10);
    }

    @Test
    void anObjectThatNoPredictionTouchesGetsOnlyWhatComesFirstAndWithoutWeight() {
        float[] elsewhere = {60, 60, 64, 64};
        Assignment corner = assign(List.of(object(0, 0, 0, 20, 20)), elsewhere);
        Assignment middle = assign(List.of(object(0, 24, 24, 44, 44)), elsewhere);

        // Of the first ten anchors 0, 1, 8 and 9 lie in the corner box, none in the middle one.
        assertThat(IntStream.range(0, 84).filter(a -> corner.object()[a] == 0))
                .containsExactly(0, 1, 8, 9);
        assertThat(corner.weight()).containsOnly(0);
        assertThat(count(middle, 0)).isZero();
    }

    @Test
    void anAnchorOnTheBorderOfABoxIsOutside() {
        // P3 centres lie at 4, 12, 20: on the box's sides.
        assertThat(new TargetBox(4, 4, 20, 20).contains(4, 12)).isFalse();
        assertThat(new TargetBox(4, 4, 20, 20).contains(12, 12)).isTrue();
        assertThat(new TargetBox(4, 4, 20, 20).contains(20, 12)).isFalse();
    }

    @Test
    void aBoxLeftOfAndAboveThePictureCountsForNothing() {
        Assignment assignment =
                assign(List.of(object(0, -60, -60, 30, 30)), new float[] {0, 0, 30, 30});

        assertThat(assignment.object()).containsOnly(Assignment.NONE);
    }
}
