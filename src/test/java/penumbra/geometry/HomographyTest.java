package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HomographyTest {

    private static final Quad UNIT = quad(0, 0, 0, 1, 1, 1, 1, 0);

    /// Left side from y 0 to 4, right side at x 6 from y 1 to 3: a plate whose right bar is twice
    /// as far away.
    private static final Quad OBLIQUE = quad(0, 0, 0, 4, 6, 3, 6, 1);

    @Example
    void theMiddleOfAnObliqueSquareIsWhereItsDiagonalsMeet() {
        Homography map = Homography.between(UNIT, OBLIQUE).orElseThrow();
        // Diagonals y = x / 2 and y = 4 - x / 2 meet at (4, 2); a parallelogram would give (3, 2).
        assertNear(map.map(new Point(0.5, 0.5)).orElseThrow(), new Point(4, 2), 1e-12);
    }

    @Example
    void aShiftAndAScaleByHand() {
        Homography map =
                Homography.between(UNIT, quad(10, 20, 10, 24, 12, 24, 12, 20)).orElseThrow();
        assertNear(map.map(new Point(0.25, 2)).orElseThrow(), new Point(10.5, 28), 1e-12);
    }

    @Example
    void aMirrorImageIsAMapAndHasAWayBack() {
        Homography map = Homography.between(UNIT, quad(6, 1, 6, 3, 0, 4, 0, 0)).orElseThrow();
        assertNear(map.map(new Point(0.5, 0.5)).orElseThrow(), new Point(4, 2), 1e-12);
        Point back = map.inverse().map(new Point(4, 2)).orElseThrow();
        assertNear(back, new Point(0.5, 0.5), 1e-12);
    }

    @Example
    void beyondTheHorizonThereIsNoImage() {
        Homography map = Homography.between(UNIT, OBLIQUE).orElseThrow();
        // Upper and lower edge meet at x = 12, the image of infinity; w is 1 + x.
        assertThat(map.map(new Point(-0.9, 0.5))).isPresent();
        assertThat(map.map(new Point(-1, 0.5))).isEmpty();
        assertThat(map.map(new Point(-1.1, 0.5))).isEmpty();
    }

    @Example
    void whatIsNoConvexOutlineIsRefused() {
        assertThat(Homography.between(UNIT, quad(0, 0, 5, 2, 0, 2, 5, 0))).as("crossed").isEmpty();
        assertThat(Homography.between(UNIT, quad(0, 0, 1, 1, 0, 4, 4, 1))).as("dart").isEmpty();
        assertThat(Homography.between(quad(0, 0, 0, 1, 0, 2, 5, 0), UNIT)).as("line").isEmpty();
        assertThat(Homography.between(UNIT, quad(3, 3, 3, 3, 3, 3, 3, 3))).as("point").isEmpty();
        assertThat(Homography.between(UNIT, quad(0, 0, 0, 1, 1e-10, 1, 1e-10, 0)))
                .as("sliver")
                .isEmpty();
    }

    @Property
    void cornersGoToCorners(@ForAll("convex") Quad from, @ForAll("convex") Quad to) {
        Homography map = Homography.between(from, to).orElseThrow();
        for (int i = 0; i < 4; i++) {
            Point image = map.map(from.corners().get(i)).orElseThrow();
            assertNear(image, to.corners().get(i), 1e-8);
        }
    }

    @Property
    void theInverseLeadsBack(
            @ForAll("convex") Quad from, @ForAll("convex") Quad to, @ForAll("inside") Point share) {
        Homography map = Homography.between(from, to).orElseThrow();
        Point p = blend(from, share);
        Point back = map.map(p).flatMap(map.inverse()::map).orElseThrow();
        assertNear(back, p, 1e-8);
    }

    @Property
    void linesStayLines(
            @ForAll("convex") Quad from, @ForAll("convex") Quad to, @ForAll("inside") Point share) {
        Homography map = Homography.between(from, to).orElseThrow();
        Point a = from.topLeft();
        Point b = blend(from, share);
        Point m = a.plus(b).times(0.5);
        Point ma = map.map(a).orElseThrow();
        Point mb = map.map(b).orElseThrow();
        Point mm = map.map(m).orElseThrow();
        double scale = to.hull().width() + to.hull().height();
        assertThat(Math.abs(mb.minus(ma).cross(mm.minus(ma)))).isLessThan(1e-9 * scale * scale);
    }

    @Property
    void whatIsInsideStaysInside(
            @ForAll("convex") Quad from, @ForAll("convex") Quad to, @ForAll("inside") Point share) {
        Point image = Homography.between(from, to).orElseThrow().map(blend(from, share)).get();
        assertThat(to.contains(image)).isTrue();
    }

    private static void assertNear(Point actual, Point expected, double within) {
        assertThat(actual.distance(expected))
                .as("%s against %s", actual, expected)
                .isLessThan(within);
    }

    /// A point inside, by shares of 0.05 to 0.95 across and down.
    private static Point blend(Quad q, Point share) {
        Point upper = q.topLeft().times(1 - share.x()).plus(q.topRight().times(share.x()));
        Point lower = q.bottomLeft().times(1 - share.x()).plus(q.bottomRight().times(share.x()));
        return upper.times(1 - share.y()).plus(lower.times(share.y()));
    }

    /// Outlines of 10 to 200 px somewhere in a large picture: a point of each quarter of an
    /// ellipse, hence convex and far from flat, half of them mirrored.
    @Provide
    Arbitrary<Quad> convex() {
        return Arbitraries.longs()
                .map(seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    double x = 5000 * random.nextDouble();
                    double y = 4000 * random.nextDouble();
                    double a = 10 + 190 * random.nextDouble();
                    double b = 10 + 190 * random.nextDouble();
                    int turn = random.nextBoolean() ? 1 : -1;
                    double[] xy = new double[8];
                    for (int i = 0; i < 4; i++) {
                        double angle = turn * Math.PI / 2 * (i + 0.2 + 0.6 * random.nextDouble());
                        xy[2 * i] = x + a * Math.cos(angle);
                        xy[2 * i + 1] = y + b * Math.sin(angle);
                    }
                    return quad(xy);
                });
    }

    @Provide
    Arbitrary<Point> inside() {
        Arbitrary<Double> share = Arbitraries.doubles().between(0.05, 0.95);
        return share.flatMap(x -> share.map(y -> new Point(x, y)));
    }

    private static Quad quad(double... xy) {
        return new Quad(
                new Point(xy[0], xy[1]),
                new Point(xy[2], xy[3]),
                new Point(xy[4], xy[5]),
                new Point(xy[6], xy[7]));
    }
}
