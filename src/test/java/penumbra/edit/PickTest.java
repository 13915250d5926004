package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.model.Samples.picture;
import static penumbra.model.Samples.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

class PickTest {

    /// Bars at x 10 and 40, from y 10 to 20.
    private final Target a = plate(0, 10);

    /// Bars at x 100 and 130.
    private final Target b = plate(1, 100);

    private final LabelledImage image = picture(1).withTargets(List.of(a, b));

    private Optional<Selection> at(double x, double y) {
        return at(image, x, y);
    }

    private static Optional<Selection> at(LabelledImage image, double x, double y) {
        return Pick.at(image, Schema.ARMOR_PLATE, new Point(x, y), 3);
    }

    @Test
    void thePointWithinReachThatIsNearest() {
        assertThat(at(11, 12)).contains(Selection.point(1, a.id(), 0));
        assertThat(at(132, 21)).contains(Selection.point(1, b.id(), 2));
        assertThat(at(43, 10)).as("as far as the reach").contains(Selection.point(1, a.id(), 3));
    }

    @Test
    void betweenThePointsTheBarWithinReach() {
        assertThat(at(12, 15)).contains(Selection.bar(1, a.id(), 0));
        assertThat(at(42.9, 15)).contains(Selection.bar(1, a.id(), 1));
        assertThat(at(43.1, 15)).isEmpty();
    }

    @Test
    void betweenTheBarsThePlate() {
        assertThat(at(25, 15)).contains(Selection.whole(1, a.id()));
        assertThat(at(25, 20.5)).isEmpty();
        assertThat(at(70, 15)).isEmpty();
    }

    @Test
    void ofPlatesInEachOtherTheSmaller() {
        List<Keypoint> wide =
                List.of(
                        Keypoint.visible(0, 0),
                        Keypoint.visible(0, 40),
                        Keypoint.visible(90, 40),
                        Keypoint.visible(90, 0));
        LabelledImage nested = image.withTargets(List.of(plate(2, 0).withKeypoints(wide), a));
        assertThat(at(nested, 25, 15)).contains(Selection.whole(1, a.id()));
        assertThat(at(nested, 60, 30)).contains(Selection.whole(1, plate(2, 0).id()));
    }

    @Test
    void whatIsNotLabelledIsNotThere() {
        List<Keypoint> points = new ArrayList<>(a.keypoints());
        points.set(0, new Keypoint(new Point(10, 10), Keypoint.UNLABELLED.visibility()));
        LabelledImage some = picture(1).withTargets(List.of(a.withKeypoints(points)));
        assertThat(at(some, 10, 10)).as("no point, no bar, but the box").isPresent();
        assertThat(at(some, 10, 10).orElseThrow().part()).isInstanceOf(Selection.Whole.class);
        assertThat(at(some, 10, 15).orElseThrow().part()).isInstanceOf(Selection.Whole.class);
    }

    @Test
    void aBarOfNoLengthIsAPoint() {
        List<Keypoint> points = new ArrayList<>(a.keypoints());
        points.set(1, points.get(0));
        LabelledImage flat = picture(1).withTargets(List.of(a.withKeypoints(points)));
        assertThat(at(flat, 9, 9)).contains(Selection.point(1, a.id(), 0));
    }
}
