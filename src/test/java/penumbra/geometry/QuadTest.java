package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuadTest {

    private static final Quad UPRIGHT = quad(0, 0, 0, 2, 5, 2, 5, 0);
    private static final Quad SWAPPED_LOWER = quad(0, 0, 5, 2, 0, 2, 5, 0);
    private static final Quad SWAPPED_RIGHT = quad(0, 0, 0, 2, 5, 0, 5, 2);
    private static final Quad DART = quad(0, 0, 1, 1, 0, 4, 4, 1);

    @Example
    void anUprightPlateIsConvexWithPositiveArea() {
        assertThat(UPRIGHT.signedArea()).isEqualTo(10);
        assertThat(UPRIGHT.isConvex()).isTrue();
        assertThat(UPRIGHT.sidesCross()).isFalse();
        assertThat(UPRIGHT.crossesItself()).isFalse();
        assertThat(UPRIGHT.hull()).isEqualTo(new Box(0, 0, 5, 2));
    }

    @Example
    void swappedSidesOrUpsideDownHaveNegativeArea() {
        assertThat(quad(5, 0, 5, 2, 0, 2, 0, 0).signedArea()).isEqualTo(-10);
        assertThat(quad(0, 2, 0, 0, 5, 0, 5, 2).signedArea()).isEqualTo(-10);
    }

    @Example
    void areaOfATrapeziumByHand() {
        assertThat(quad(1, 0, 0, 2, 6, 2, 3, 0).signedArea()).isEqualTo((2 + 6) / 2.0 * 2);
    }

    @Example
    void swappedLowerCornersMakeTheSidesCross() {
        assertThat(SWAPPED_LOWER.sidesCross()).isTrue();
        assertThat(SWAPPED_LOWER.crossesItself()).isTrue();
        assertThat(SWAPPED_LOWER.isConvex()).isFalse();
        assertThat(SWAPPED_LOWER.signedArea()).isZero();
    }

    @Example
    void swappedRightCornersCrossTheOutlineButNotTheSides() {
        assertThat(SWAPPED_RIGHT.sidesCross()).isFalse();
        assertThat(SWAPPED_RIGHT.crossesItself()).isTrue();
        assertThat(SWAPPED_RIGHT.isConvex()).isFalse();
    }

    @Example
    void aDartIsNeitherConvexNorCrossed() {
        assertThat(DART.isConvex()).isFalse();
        assertThat(DART.crossesItself()).isFalse();
        assertThat(DART.contains(new Point(0.25, 1))).as("in the notch").isFalse();
        assertThat(DART.contains(new Point(2, 1))).isTrue();
    }

    @Example
    void cornersOnOneLineAreNotConvex() {
        assertThat(quad(0, 0, 0, 1, 0, 2, 5, 0).isConvex()).isFalse();
        assertThat(quad(1, 1, 1, 1, 1, 1, 1, 1).isConvex()).isFalse();
        assertThat(quad(1, 1, 1, 1, 1, 1, 1, 1).signedArea()).isZero();
    }

    @Example
    void sidesThatOnlyTouchDoMeet() {
        assertThat(quad(0, 0, 0, 4, 0, 2, 5, 0).sidesCross()).isTrue();
        assertThat(quad(0, 0, 0, 4, 1, 2, 5, 0).sidesCross()).isFalse();
        assertThat(quad(0, 0, 0, 4, 0, 6, 0, 9).sidesCross()).as("one line, apart").isFalse();
        assertThat(quad(0, 0, 0, 4, 0, 3, 0, 9).sidesCross()).as("one line, over").isTrue();
    }

    @Example
    void theOutlineBelongsToTheInside() {
        assertThat(UPRIGHT.contains(new Point(0, 0))).isTrue();
        assertThat(UPRIGHT.contains(new Point(0, 1))).isTrue();
        assertThat(UPRIGHT.contains(new Point(2.5, 2))).isTrue();
        assertThat(UPRIGHT.contains(new Point(5, 1))).isTrue();
        assertThat(UPRIGHT.contains(new Point(5.001, 1))).isFalse();
        assertThat(UPRIGHT.contains(new Point(-0.001, 1))).isFalse();
        assertThat(UPRIGHT.contains(new Point(2, -0.001))).isFalse();
        assertThat(UPRIGHT.contains(new Point(-1, 2))).as("left of a corner's height").isFalse();
    }

    @Example
    void bothPartsOfACrossedOutlineAreInside() {
        assertThat(SWAPPED_LOWER.contains(new Point(2.5, 0.5))).isTrue();
        assertThat(SWAPPED_LOWER.contains(new Point(2.5, 1.5))).isTrue();
        assertThat(SWAPPED_LOWER.contains(new Point(0.5, 1))).isFalse();
    }

    @Example
    void fourCornersAreNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quad.of(List.of(new Point(0, 0))))
                .withMessage("a quadrilateral has 4 corners, not 1");
    }

    @Property
    void cornersSurviveTheRoundTrip(@ForAll("quad") Quad quad) {
        assertThat(Quad.of(quad.corners())).isEqualTo(quad);
    }

    @Property
    void mirroringTurnsTheSignOfTheAreaOnly(@ForAll("quad") Quad quad) {
        Quad mirrored =
                Quad.of(quad.corners().stream().map(p -> new Point(-p.x(), p.y())).toList());
        assertThat(mirrored.signedArea()).isEqualTo(0 - quad.signedArea());
        assertThat(mirrored.isConvex()).isEqualTo(quad.isConvex());
        assertThat(mirrored.crossesItself()).isEqualTo(quad.crossesItself());
        assertThat(mirrored.sidesCross()).isEqualTo(quad.sidesCross());
    }

    @Property
    void theAreaIsThatOfTheShoelaceFormula(@ForAll("quad") Quad quad) {
        double twice = 0;
        for (int i = 0; i < 4; i++) {
            twice += quad.corners().get((i + 1) % 4).cross(quad.corners().get(i));
        }
        // Products of up to 5000^2, eight of them, each rounded.
        assertThat(quad.signedArea()).isCloseTo(twice / 2, within(8 * Math.ulp(2.5e7 * 8)));
    }

    @Property
    void theAreaIsNeverMoreThanThatOfTheHull(@ForAll("quad") Quad quad) {
        double hull = quad.hull().area();
        assertThat(Math.abs(quad.signedArea())).isLessThanOrEqualTo(hull * (1 + 1e-14) + 1e-8);
    }

    @Property
    void aConvexOutlineDoesNotCrossItself(@ForAll("quad") Quad quad) {
        assertThat(quad.isConvex() && quad.crossesItself()).isFalse();
    }

    @Property
    void everyCornerIsInside(@ForAll("quad") Quad quad) {
        assertThat(quad.corners()).allMatch(quad::contains);
    }

    @Property
    void whatIsInsideDoesNotWidenTheHull(@ForAll("quad") Quad quad, @ForAll("point") Point p) {
        List<Point> withIt = Stream.concat(quad.corners().stream(), Stream.of(p)).toList();
        assertThat(!quad.contains(p) || Box.hull(withIt).orElseThrow().equals(quad.hull()))
                .isTrue();
    }

    @Property
    void theMeanOfTheCornersOfAConvexOutlineIsInside(@ForAll("quad") Quad quad) {
        Point centre = quad.corners().stream().reduce(new Point(0, 0), Point::plus).times(0.25);
        // Of a sliver thinner than the rounding nothing can be said.
        boolean wide = Math.abs(quad.signedArea()) > 1;
        assertThat(!quad.isConvex() || !wide || quad.contains(centre)).isTrue();
    }

    private static Quad quad(double... xy) {
        return new Quad(
                new Point(xy[0], xy[1]),
                new Point(xy[2], xy[3]),
                new Point(xy[4], xy[5]),
                new Point(xy[6], xy[7]));
    }

    @Provide
    Arbitrary<Quad> quad() {
        return Plane.quad();
    }

    @Provide
    Arbitrary<Point> point() {
        return Plane.point();
    }
}
