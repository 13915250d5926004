package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PointTest {

    @Example
    void arithmeticByHand() {
        Point a = new Point(3, 4);
        Point b = new Point(-1, 2);
        assertThat(a.plus(b)).isEqualTo(new Point(2, 6));
        assertThat(a.minus(b)).isEqualTo(new Point(4, 2));
        assertThat(a.times(0.5)).isEqualTo(new Point(1.5, 2));
        assertThat(a.dot(b)).isEqualTo(5);
        assertThat(a.cross(b)).isEqualTo(10);
        assertThat(a.norm()).isEqualTo(5);
        assertThat(a.distance(new Point(6, 8))).isEqualTo(5);
    }

    @Example
    void theCrossProductIsPositiveClockwiseOnTheScreen() {
        Point right = new Point(1, 0);
        Point down = new Point(0, 1);
        assertThat(right.cross(down)).isEqualTo(1);
    }

    @Example
    void aPointNeedsFiniteCoordinates() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Point(bad, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, bad));
        }
    }

    @Property
    void crossAndDotTogetherGiveBothLengths(@ForAll("point") Point a, @ForAll("point") Point b) {
        double lengths = a.norm() * b.norm();
        assertThat(Math.hypot(a.cross(b), a.dot(b)))
                .isCloseTo(lengths, within(1e-12 * Math.max(1, lengths)));
    }

    @Property
    void theCrossProductChangesSignWithTheOrder(
            @ForAll("point") Point a, @ForAll("point") Point b) {
        assertThat(a.cross(b)).isEqualTo(0 - b.cross(a));
    }

    @Property
    void distanceIsSymmetricAndKeepsToTheTriangle(
            @ForAll("point") Point a, @ForAll("point") Point b, @ForAll("point") Point c) {
        assertThat(a.distance(b)).isEqualTo(b.distance(a));
        assertThat(a.distance(c))
                .isLessThanOrEqualTo((a.distance(b) + b.distance(c)) * (1 + 1e-15));
        assertThat(a.distance(a)).isZero();
    }

    @Provide
    Arbitrary<Point> point() {
        return Plane.point();
    }
}
