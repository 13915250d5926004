package penumbra.geometry;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Arbitrary points, boxes and quadrilaterals around a picture, some of them in degenerate places.
final class Plane {

    private Plane() {}

    static Arbitrary<Double> coordinate() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-5000, 5000).ofScale(9),
                Arbitraries.integers().between(-3, 3).map(Integer::doubleValue));
    }

    static Arbitrary<Point> point() {
        return Combinators.combine(coordinate(), coordinate()).as(Point::new);
    }

    static Arbitrary<Box> box() {
        Arbitrary<Double> side =
                Arbitraries.oneOf(
                        Arbitraries.doubles().between(0, 5000).ofScale(9),
                        Arbitraries.of(0.0, 1.0));
        return Combinators.combine(coordinate(), coordinate(), side, side).as(Box::new);
    }

    static Arbitrary<Quad> quad() {
        return point().list().ofSize(4).map(Quad::of);
    }
}
