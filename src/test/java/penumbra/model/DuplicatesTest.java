package penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;

class DuplicatesTest {

    @Test
    void boxesThatOverlapByMoreThanNineTenthsAreOnePlate() {
        assertThat(Duplicates.alike(boxed(new Box(0, 0, 100, 10)), boxed(new Box(0, 0, 91, 10))))
                .isTrue();
        assertThat(Duplicates.alike(boxed(new Box(0, 0, 100, 10)), boxed(new Box(0, 0, 90, 10))))
                .isFalse();
    }

    @Test
    void pointsWithinAPixelAreOnePlateHoweverSmall() {
        assertThat(Duplicates.alike(Samples.plate(0, 10), Samples.plate(1, 11))).isTrue();
        assertThat(Duplicates.alike(Samples.plate(0, 10), Samples.plate(1, 12))).isFalse();
    }

    @Test
    void pointsLabelledInOneOnlyMakeADifference() {
        Target plate = Samples.plate(0, 10);
        List<Keypoint> points = new ArrayList<>(plate.keypoints());
        points.set(3, new Keypoint(points.get(3).at(), Visibility.UNLABELLED));
        assertThat(Duplicates.alike(plate, plate.withKeypoints(points))).isTrue();
        assertThat(Duplicates.alike(Optional.empty(), plate.keypoints(), Optional.empty(), points))
                .isFalse();
    }

    @Test
    void withoutAnyLabelledPointNothingIsAlike() {
        List<Keypoint> none = List.of(Keypoint.UNLABELLED, Keypoint.UNLABELLED);
        assertThat(Duplicates.alike(Optional.empty(), none, Optional.empty(), none)).isFalse();
    }

    /// Points far from those of the other, so that only boxes speak.
    private static Target boxed(Box box) {
        Target plate = Samples.plate(0, box.width() * 1000);
        return new Target(plate.id(), 0, plate.keypoints(), Optional.of(box), "");
    }
}
