package penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

class TargetTest {

    @Test
    void withoutAStatedBoxTheExtentIsTheHullOfTheLabelledPoints() {
        Target target =
                Samples.plate(0, 10)
                        .withKeypoints(
                                List.of(
                                        Keypoint.visible(3, 4),
                                        new Keypoint(new Point(-1, 9), Visibility.OCCLUDED),
                                        Keypoint.UNLABELLED,
                                        Keypoint.visible(5, 6)));
        assertThat(target.labelledPoints())
                .containsExactly(new Point(3, 4), new Point(-1, 9), new Point(5, 6));
        assertThat(target.extent()).contains(new Box(-1, 4, 6, 5));
    }

    @Test
    void aStatedBoxGoesWithPointsThatAreMovedAndNamesTheMover() {
        Target stated = boxed(new Box(8, 8, 34, 14));
        List<Keypoint> points = new ArrayList<>(stated.keypoints());
        points.set(2, Keypoint.visible(45, 22));
        Target moved = stated.moved(points, "Bob");
        assertThat(moved.box()).contains(new Box(8, 8, 39, 16));
        assertThat(moved.keypoints()).isEqualTo(points);
        assertThat(moved.annotator()).isEqualTo("Bob");
        assertThat(moved.id()).isEqualTo(stated.id());
    }

    @Test
    void aMovedTargetWithoutAStatedBoxHasNone() {
        Target plate = Samples.plate(0, 10);
        assertThat(plate.moved(Samples.plate(0, 20).keypoints(), "Bob").box()).isEmpty();
    }

    @Test
    void aStatedBoxStaysWhereNoPointIsLabelled() {
        Target blank = boxed(new Box(1, 2, 3, 4)).withKeypoints(List.of(Keypoint.UNLABELLED));
        Target moved = blank.moved(List.of(Keypoint.visible(5, 6)), "Bob");
        assertThat(moved.box()).contains(new Box(1, 2, 3, 4));
    }

    /// The plate from (10, 10) to (40, 20) with that box.
    private static Target boxed(Box box) {
        Target plate = Samples.plate(0, 10);
        return new Target(plate.id(), 0, plate.keypoints(), Optional.of(box), "Ada");
    }

    @Test
    void aStatedBoxIsTheExtentWhateverThePoints() {
        Box stated = new Box(1, 2, 3, 4);
        Target plate = Samples.plate(0, 10);
        Target target =
                new Target(
                        plate.id(), 0, plate.keypoints(), Optional.of(stated), plate.annotator());
        assertThat(target.extent()).contains(stated);
    }

    @Test
    void aTargetWithoutLabelledPointsAndBoxHasNoExtent() {
        Target target = Samples.plate(0, 1).withKeypoints(List.of(Keypoint.UNLABELLED));
        assertThat(target.extent()).isEmpty();
    }

    @Test
    void anEditedTargetKeepsItsIdAndEverythingElse() {
        Target plate = Samples.plate(3, 10);
        Target other = plate.withClassIndex(5);
        assertThat(other.id()).isEqualTo(plate.id());
        assertThat(other.withClassIndex(3)).isEqualTo(plate);
        assertThat(plate.withKeypoints(plate.keypoints())).isEqualTo(plate);
    }

    @Test
    void newTargetsHaveIdsOfTheirOwn() {
        List<Keypoint> points = List.of(Keypoint.visible(1, 2));
        assertThat(Target.of(0, points, Optional.empty(), "").id())
                .isNotEqualTo(Target.of(0, points, Optional.empty(), "").id());
    }

    @Test
    void aNegativeClassIsRefusedAndKeypointsAreCopied() {
        List<Keypoint> mine = new ArrayList<>(List.of(Keypoint.visible(1, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(new UUID(1, 1), -1, mine, Optional.empty(), ""));
        Target target = new Target(new UUID(1, 1), 0, mine, Optional.empty(), "");
        mine.clear();
        assertThat(target.keypoints()).hasSize(1);
    }

    @Test
    void visibilityHasTheCodesOfCoco() {
        assertThat(Visibility.ofCode(0)).contains(Visibility.UNLABELLED);
        assertThat(Visibility.ofCode(1)).contains(Visibility.OCCLUDED);
        assertThat(Visibility.ofCode(2)).contains(Visibility.VISIBLE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 3, Double.NaN, Double.POSITIVE_INFINITY})
    void otherCodesAreNoVisibility(double code) {
        assertThat(Visibility.ofCode(code)).isEmpty();
    }
}
