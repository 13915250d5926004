package penumbra.edit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.geometry.CornerFault;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

class PlateCheckTest {

    private static final Size PICTURE = new Size(640, 480);
    private static final Target GOOD = plate(100, 100, 100, 120, 150, 120, 150, 100);

    @Test
    void aGoodPlateHasNoWarning() {
        assertThat(warnings(GOOD)).isEmpty();
        assertThat(PlateCheck.repaired(GOOD, Schema.ARMOR_PLATE)).isEmpty();
    }

    @Test
    void crossingBars() {
        assertThat(warnings(plate(100, 100, 150, 120, 100, 120, 150, 100)))
                .contains(new PlateWarning.Order(CornerFault.SIDES_CROSS));
    }

    @Test
    void swappedSidesAreRepairedWithTheirVisibility() {
        Target swapped =
                GOOD.withKeypoints(
                        List.of(
                                new Keypoint(new Point(150, 100), Visibility.OCCLUDED),
                                Keypoint.visible(150, 120),
                                Keypoint.visible(100, 120),
                                Keypoint.visible(100, 100)));
        assertThat(warnings(swapped))
                .containsExactly(new PlateWarning.Order(CornerFault.LEFT_RIGHT_SWAPPED));
        assertThat(PlateCheck.repair(swapped, Schema.ARMOR_PLATE)).contains(List.of(3, 2, 1, 0));
        Target repaired = PlateCheck.repaired(swapped, Schema.ARMOR_PLATE).orElseThrow();
        assertThat(repaired.keypoints())
                .containsExactly(
                        Keypoint.visible(100, 100),
                        Keypoint.visible(100, 120),
                        Keypoint.visible(150, 120),
                        new Keypoint(new Point(150, 100), Visibility.OCCLUDED));
        assertThat(repaired.id()).isEqualTo(swapped.id());
        assertThat(warnings(repaired)).isEmpty();
    }

    @Test
    void aPlateThatIsLabelledTwiceNamesTheOther() {
        Target twin = plate(100.5, 100, 100, 120, 150, 120, 150, 100);
        assertThat(PlateCheck.of(GOOD, Schema.ARMOR_PLATE, PICTURE, List.of(GOOD, twin)))
                .containsExactly(new PlateWarning.Duplicate(twin.id()));
    }

    @Test
    void unequalBarsByHand() {
        assertThat(warnings(plate(100, 100, 100, 120, 150, 127, 150, 100))).isEmpty();
        assertThat(warnings(plate(100, 100, 100, 120, 150, 128, 150, 100)))
                .containsExactly(new PlateWarning.UnequalBars(1.4));
    }

    @Test
    void aBarThatIsAPointIsInfinitelyShorter() {
        assertThat(warnings(plate(100, 100, 100, 120, 150, 100, 150, 100)))
                .contains(new PlateWarning.UnequalBars(Double.POSITIVE_INFINITY));
    }

    @Test
    void barsThatAreNotParallelByHand() {
        // Lower right end 5 px aside on 20 px: atan(1/4) = 14.04 degrees.
        List<PlateWarning> warnings = warnings(plate(100, 100, 100, 120, 155, 120, 150, 100));
        assertThat(warnings).hasSize(1);
        assertThat(((PlateWarning.NotParallel) warnings.getFirst()).degrees())
                .isCloseTo(14.0362, within(1e-4));
        assertThat(warnings(plate(100, 100, 100, 120, 154, 120, 150, 100))).isEmpty();
    }

    @Test
    void aBarUpsideDownIsParallelAllTheSame() {
        assertThat(warnings(plate(100, 100, 100, 120, 150, 100, 150, 120)))
                .containsExactly(new PlateWarning.Order(CornerFault.EDGES_CROSS));
    }

    @Test
    void pointsOutsideThePictureAreNamed() {
        Target cut = plate(-3, 100, -3, 120, 40, 120, 40, 100);
        assertThat(warnings(cut))
                .containsExactly(
                        new PlateWarning.PointOutside("TL", new Point(-3, 100), PICTURE),
                        new PlateWarning.PointOutside("BL", new Point(-3, 120), PICTURE));
        assertThat(warnings(cut).getFirst().text())
                .isEqualTo(
                        "TL at (-3.0, 100.0) px lies outside the picture of 640x480 px; leave it"
                                + " there only if the border cuts the plate.");
    }

    @Test
    void aTinyPlate() {
        assertThat(warnings(plate(10, 10, 10, 14, 25, 15, 25, 10)))
                .containsExactly(new PlateWarning.Tiny(4.5));
        assertThat(warnings(plate(10, 10, 10, 15, 25, 15, 25, 10))).isEmpty();
    }

    @Test
    void withAPointMissingTheShapeIsNotJudged() {
        Target swapped = plate(150, 100, 150, 120, 100, 120, 100, 100);
        List<Keypoint> points = new ArrayList<>(swapped.keypoints());
        points.set(0, Keypoint.UNLABELLED);
        assertThat(warnings(swapped.withKeypoints(points))).isEmpty();
        assertThat(PlateCheck.repair(swapped.withKeypoints(points), Schema.ARMOR_PLATE)).isEmpty();
    }

    @Test
    void fourPointsThatAreNoBarsAreNotJudgedByShape() {
        Schema corners = Schema.plain(List.of("A", "B", "C", "D"), List.of("thing"));
        Target swapped = plate(150, 100, 150, 120, 100, 120, -1, 100);
        assertThat(PlateCheck.of(swapped, corners, PICTURE, List.of()))
                .containsExactly(new PlateWarning.PointOutside("D", new Point(-1, 100), PICTURE));
        assertThat(PlateCheck.repair(swapped, corners)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultOfTheOrderHasAnIdAndASentence(CornerFault fault) {
        PlateWarning warning = new PlateWarning.Order(fault);
        assertThat(PlateWarning.IDS).contains(warning.id());
        assertThat(warning.text()).endsWith(".");
    }

    @Test
    void everyOtherWarningSaysItsNumbers() {
        assertThat(new PlateWarning.Duplicate(new UUID(0, 0)).text()).contains("delete one");
        assertThat(new PlateWarning.UnequalBars(1.4).text()).contains("1.40 times");
        assertThat(new PlateWarning.NotParallel(14.03).text()).contains("14.0 degrees");
        assertThat(new PlateWarning.Tiny(4.5).text()).contains("4.5 px");
    }

    @Test
    void everyIdIsListedOnceAndHasAText() {
        assertThat(PlateWarning.IDS)
                .doesNotHaveDuplicates()
                .hasSize(CornerFault.values().length + 5)
                .contains(
                        new PlateWarning.Duplicate(new UUID(0, 0)).id(),
                        new PlateWarning.UnequalBars(2).id(),
                        new PlateWarning.NotParallel(20).id(),
                        new PlateWarning.Tiny(1).id(),
                        new PlateWarning.PointOutside("TL", new Point(-1, 0), PICTURE).id());
    }

    private static List<PlateWarning> warnings(Target target) {
        return PlateCheck.of(target, Schema.ARMOR_PLATE, PICTURE, List.of(target));
    }

    private static Target plate(double... xy) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < 8; i += 2) {
            points.add(Keypoint.visible(xy[i], xy[i + 1]));
        }
        return Target.of(0, points, Optional.empty(), "Ada");
    }
}
