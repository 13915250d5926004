package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

class PickingTest {

    private static final Size SIZE = new Size(400, 300);

    /// At twice the size, its corner at (10, 20).
    private final Picking picking =
            new Picking(new Viewport(SIZE, 800, 600, 1, 2, new Point(10, 20)), Schema.ARMOR_PLATE);

    private final Target large = plate(100, 100, 80, 40);
    private final Target small = plate(120, 110, 30, 15);
    private final LabelledImage image =
            new LabelledImage(7, "a.png", SIZE, List.of(large, small), LabelState.LABELLED, "");

    private static Target plate(double x, double y, double width, double height) {
        List<Keypoint> points =
                Stream.of(
                                new Point(x, y),
                                new Point(x, y + height),
                                new Point(x + width, y + height),
                                new Point(x + width, y))
                        .map(p -> Keypoint.visible(p.x(), p.y()))
                        .toList();
        return new Target(UUID.randomUUID(), 0, points, Optional.empty(), "");
    }

    private Optional<Selection> at(double x, double y, Optional<Selection> selected) {
        Point onScreen = new Point((x - 10) * 2, (y - 20) * 2);
        return picking.at(image, onScreen, selected);
    }

    private Optional<Selection> at(double x, double y) {
        return at(x, y, Optional.empty());
    }

    @Test
    void aPointIsCaughtFromNineScreenPixels() {
        Optional<Selection> topLeft = Optional.of(Selection.point(7, large.id(), 0));
        assertThat(at(100, 100)).isEqualTo(topLeft);
        assertThat(at(100 - 4.4, 100)).isEqualTo(topLeft);
        assertThat(at(100 - 4.6, 100)).isEmpty();
    }

    @Test
    void aBarIsCaughtBetweenItsEndsAndOnlyThere() {
        assertThat(at(98, 120)).contains(Selection.bar(7, large.id(), 0));
        assertThat(at(182, 120)).contains(Selection.bar(7, large.id(), 1));
        assertThat(at(96, 120)).as("8 screen px beside").isEmpty();
        assertThat(at(140, 100)).as("edges are no bars").contains(Selection.whole(7, large.id()));
    }

    @Test
    void ofPlatesInEachOtherTheSmallerIsCaughtUnlessTheOtherIsSelected() {
        assertThat(at(135, 117)).contains(Selection.whole(7, small.id()));
        assertThat(at(170, 130)).contains(Selection.whole(7, large.id()));
        assertThat(at(135, 117, Optional.of(Selection.whole(7, large.id()))))
                .contains(Selection.whole(7, large.id()));
    }

    @Test
    void nothingIsCaughtWhereNothingLies() {
        assertThat(at(300, 200)).isEmpty();
    }

    @Test
    void aPointWithoutPositionIsNotCaught() {
        Target half =
                large.withKeypoints(
                        List.of(
                                Keypoint.UNLABELLED,
                                large.keypoints().get(1),
                                large.keypoints().get(2),
                                large.keypoints().get(3)));
        LabelledImage other = image.withTargets(List.of(half));
        Point origin = new Point(-20, -40);
        assertThat(picking.at(other, origin, Optional.empty())).isEmpty();
    }
}
