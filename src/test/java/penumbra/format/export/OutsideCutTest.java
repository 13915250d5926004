package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.format.export.OutsideCut.Result;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// A picture of 100 x 50 px and a plate that hangs over its right border: the right bar runs from
/// (90, 40) inside to (110, 20) outside and leaves the picture at (100, 30).
class OutsideCutTest {

    private static final Size SIZE = new Size(100, 50);
    private static final List<Keypoint> OVERHANGING =
            List.of(
                    Keypoint.visible(60, 20),
                    Keypoint.visible(60, 40),
                    Keypoint.visible(90, 40),
                    Keypoint.visible(110, 20));

    @Test
    void hideWritesTheEndpointAsNotLabelledAndTheBoxOfThePartInside() {
        Result result = cut(OutsideRule.HIDE, target(OVERHANGING, null));
        assertThat(result.finding()).contains("export-hidden");
        assertThat(result.outside()).isEqualTo(1);
        ExportTarget t = result.target().orElseThrow();
        assertThat(t.keypoints().subList(0, 3)).isEqualTo(OVERHANGING.subList(0, 3));
        assertThat(t.keypoints().get(3)).isEqualTo(Keypoint.UNLABELLED);
        assertThat(t.box()).isEqualTo(new Box(60, 20, 40, 20));
    }

    @Test
    void clampMovesTheEndpointAlongItsBarToTheBorder() {
        Result result = cut(OutsideRule.CLAMP, target(OVERHANGING, null));
        assertThat(result.finding()).contains("export-moved");
        assertThat(result.target().orElseThrow().keypoints().get(3))
                .isEqualTo(new Keypoint(new Point(100, 30), Visibility.OCCLUDED));
    }

    @Test
    void clampOfAWholeBarTakesTheNearestBorderPoint() {
        Result result =
                cut(
                        OutsideRule.CLAMP,
                        target(
                                List.of(
                                        Keypoint.visible(-4, -5),
                                        Keypoint.visible(-3, 20),
                                        Keypoint.visible(30, 20),
                                        Keypoint.visible(30, 5)),
                                null));
        assertThat(result.target().orElseThrow().keypoints())
                .extracting(Keypoint::at)
                .containsExactly(
                        new Point(0, 0), new Point(0, 20), new Point(30, 20), new Point(30, 5));
        assertThat(result.target().orElseThrow().box()).isEqualTo(new Box(0, 0, 30, 20));
    }

    @Test
    void skipLeavesThePlateOut() {
        Result result = cut(OutsideRule.SKIP, target(OVERHANGING, null));
        assertThat(result.target()).isEmpty();
        assertThat(result.finding()).contains("export-skipped");
    }

    @ParameterizedTest
    @EnumSource(OutsideRule.class)
    void aPlateInsideIsNotTouchedNorIsItsBox(OutsideRule rule) {
        List<Keypoint> inside =
                List.of(
                        Keypoint.visible(0, 0),
                        new Keypoint(new Point(0, 50), Visibility.OCCLUDED),
                        Keypoint.visible(100, 50),
                        new Keypoint(new Point(7, 8), Visibility.UNLABELLED));
        Box stated = new Box(-1, -2, 130, 60);
        Result result = cut(rule, target(inside, stated));
        assertThat(result.finding()).isEmpty();
        assertThat(result.target()).contains(new ExportTarget(2, inside, stated));
    }

    @ParameterizedTest
    @EnumSource(OutsideRule.class)
    void aPlateWhollyOutsideIsLeftOut(OutsideRule rule) {
        List<Keypoint> beyond =
                OVERHANGING.stream().map(k -> Keypoint.visible(k.at().x() + 60, 20)).toList();
        Result result = cut(rule, target(beyond, null));
        assertThat(result.target()).isEmpty();
        assertThat(result.finding())
                .contains(rule == OutsideRule.SKIP ? "export-skipped" : "export-all-outside");
    }

    @Test
    void anUnlabelledPointOutsideLosesOnlyItsMeaninglessCoordinates() {
        List<Keypoint> points = new java.util.ArrayList<>(OVERHANGING);
        points.set(3, new Keypoint(new Point(-7, 900), Visibility.UNLABELLED));
        Result result = cut(OutsideRule.SKIP, target(points, null));
        assertThat(result.finding()).isEmpty();
        assertThat(result.target().orElseThrow().keypoints().get(3)).isEqualTo(Keypoint.UNLABELLED);
        assertThat(result.target().orElseThrow().box()).isEqualTo(new Box(60, 20, 30, 20));
    }

    @Test
    void withoutPointAndBoxThereIsNothingToWrite() {
        Result result =
                cut(
                        OutsideRule.HIDE,
                        target(java.util.Collections.nCopies(4, Keypoint.UNLABELLED), null));
        assertThat(result.target()).isEmpty();
        assertThat(result.finding()).contains("export-no-extent");
    }

    @Test
    void aBoxWhoseCentreALoaderRefusesIsCutToThePicture() {
        List<Keypoint> inside =
                List.of(
                        Keypoint.visible(0, 0),
                        Keypoint.visible(0, 9),
                        Keypoint.visible(9, 9),
                        Keypoint.visible(9, 0));
        Result cut = cut(OutsideRule.HIDE, target(inside, new Box(-14, 0, 20, 10)));
        assertThat(cut.finding()).contains("export-box-cut");
        assertThat(cut.target().orElseThrow().box()).isEqualTo(new Box(0, 0, 6, 10));
        Result tolerated = cut(OutsideRule.HIDE, target(inside, new Box(-11, 0, 20, 10)));
        assertThat(tolerated.finding()).isEmpty();
        Result gone = cut(OutsideRule.HIDE, target(inside, new Box(-30, 0, 20, 10)));
        assertThat(gone.target().orElseThrow().box()).isEqualTo(new Box(0, 0, 9, 9));
    }

    @Test
    void aBoxWithoutAreaIsWrittenAndNamed() {
        Result result = cut(OutsideRule.HIDE, target(OVERHANGING.subList(0, 2), null));
        assertThat(result.finding()).contains("export-zero-box");
        assertThat(result.target().orElseThrow().box()).isEqualTo(new Box(60, 20, 0, 20));
    }

    private static Result cut(OutsideRule rule, Target target) {
        return new OutsideCut(SIZE, Schema.ARMOR_PLATE.edges(), rule).apply(target);
    }

    private static Target target(List<Keypoint> points, Box box) {
        return Target.of(2, points, Optional.ofNullable(box), "");
    }
}
