package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BoxTest {

    @Example
    void overlapByHand() {
        Box a = new Box(0, 0, 4, 3);
        Box b = new Box(2, 1, 4, 4);
        assertThat(a.intersection(b)).contains(new Box(2, 1, 2, 2));
        assertThat(a.iou(b)).isEqualTo(4.0 / (12 + 16 - 4));
    }

    @Example
    void boxesThatOnlyTouchShareNoArea() {
        Box a = new Box(0, 0, 2, 2);
        assertThat(a.intersection(new Box(2, 0, 2, 2))).isEmpty();
        assertThat(a.iou(new Box(2, 0, 2, 2))).isZero();
    }

    @Example
    void aBoxFollowsAnotherSideBySide() {
        Box before = new Box(10, 20, 30, 10);
        Box after = new Box(8, 20, 36, 14);
        assertThat(new Box(9, 18, 33, 15).following(before, after))
                .isEqualTo(new Box(7, 18, 39, 19));
    }

    @Example
    void whatStaysIsFollowedToTheLastBit() {
        Box odd = new Box(0.1, 1 / 3.0, 0.7, Math.PI);
        Box before = new Box(1 / 7.0, 1 / 9.0, 1 / 11.0, 1 / 13.0);
        assertThat(odd.following(before, before)).isEqualTo(odd);
    }

    @Example
    void aBoxThatFollowsNeverTurnsInsideOut() {
        assertThat(new Box(0, 0, 2, 2).following(new Box(0, 0, 10, 10), new Box(0, 0, 1, 10)))
                .isEqualTo(new Box(0, 0, 0, 2));
    }

    @Example
    void twoBoxesWithoutAreaHaveNoOverlap() {
        Box line = new Box(1, 1, 5, 0);
        assertThat(line.iou(line)).isZero();
    }

    @Example
    void roundingNeverMakesABoxOverlapItselfMoreThanWholly() {
        // In doubles 0.1 + 0.2 - 0.1 is more than 0.2.
        Box box = new Box(0.1, 0.1, 0.2, 0.2);
        assertThat(box.iou(box)).isEqualTo(1);
    }

    @Example
    void aBoxAroundACentre() {
        Box box = Box.centred(10, 20, 4, 6);
        assertThat(box).isEqualTo(new Box(8, 17, 4, 6));
        assertThat(box.right()).isEqualTo(12);
        assertThat(box.bottom()).isEqualTo(23);
        assertThat(box.centreX()).isEqualTo(10);
        assertThat(box.centreY()).isEqualTo(20);
        assertThat(box.area()).isEqualTo(24);
    }

    @Example
    void theHullOfNothingIsEmptyAndOfOnePointIsThatPoint() {
        assertThat(Box.hull(List.of())).isEmpty();
        assertThat(Box.hull(List.of(new Point(3, 4)))).contains(new Box(3, 4, 0, 0));
    }

    @Example
    void negativeAndInfiniteSidesAreRefused() {
        for (double bad : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 0, bad, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 0, 1, bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Box(Double.NaN, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, -1 / 0.0, 1, 1));
    }

    @Property
    void overlapIsSymmetricAndBetweenNoneAndWhole(@ForAll("box") Box a, @ForAll("box") Box b) {
        assertThat(a.iou(b)).isEqualTo(b.iou(a)).isBetween(0.0, 1.0);
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
    }

    @Property
    void aBoxOverlapsItselfWholly(@ForAll("box") Box box) {
        assertThat(box.iou(box)).isEqualTo(box.area() > 0 ? 1.0 : 0.0);
    }

    @Property
    void theCommonPartLiesInBothBoxes(@ForAll("box") Box a, @ForAll("box") Box b) {
        a.intersection(b)
                .ifPresent(common -> {
                    for (Box whole : List.of(a, b)) {
                        assertThat(common.x()).isGreaterThanOrEqualTo(whole.x());
                        assertThat(common.y()).isGreaterThanOrEqualTo(whole.y());
                        assertThat(common.width()).isLessThanOrEqualTo(whole.width());
                        assertThat(common.height()).isLessThanOrEqualTo(whole.height());
                    }
                });
    }

    @Property
    void theHullHoldsEveryPointAndTouchesOneOnEachSide(@ForAll("points") List<Point> points) {
        Box hull = Box.hull(points).orElseThrow();
        // The far sides are sums, x + width, of rounded numbers.
        double rounding = 2 * Math.ulp(10_000.0);
        assertThat(points)
                .allMatch(p -> p.x() >= hull.x() && p.x() <= hull.right() + rounding)
                .allMatch(p -> p.y() >= hull.y() && p.y() <= hull.bottom() + rounding)
                .anyMatch(p -> p.x() == hull.x())
                .anyMatch(p -> p.y() == hull.y())
                .anyMatch(p -> Math.abs(p.x() - hull.right()) <= rounding)
                .anyMatch(p -> Math.abs(p.y() - hull.bottom()) <= rounding);
    }

    @Property
    void centredAndCentreAreInverse(@ForAll("box") Box box) {
        Box again = Box.centred(box.centreX(), box.centreY(), box.width(), box.height());
        assertThat(again.x()).isCloseTo(box.x(), within(2 * Math.ulp(20_000.0)));
        assertThat(again.y()).isCloseTo(box.y(), within(2 * Math.ulp(20_000.0)));
    }

    @Provide
    Arbitrary<Box> box() {
        return Plane.box();
    }

    @Provide
    Arbitrary<List<Point>> points() {
        return Plane.point().list().ofMinSize(1).ofMaxSize(12);
    }
}
