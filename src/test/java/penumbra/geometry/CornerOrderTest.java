package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class CornerOrderTest {

    private static final Quad UPRIGHT = rolled(0, 3, 1);

    @Example
    void aPlateInOrderHasNoFaultAndNeedsNoRepair() {
        assertThat(CornerOrder.fault(UPRIGHT)).isEmpty();
        assertThat(CornerOrder.repair(UPRIGHT)).isEmpty();
    }

    @Example
    void everyFaultHasItsNameAndItsRepair() {
        assertFault(CornerFault.SIDES_CROSS, 0, 2, 1, 3);
        assertFault(CornerFault.SIDES_CROSS, 3, 1, 2, 0);
        assertFault(CornerFault.EDGES_CROSS, 1, 0, 2, 3);
        assertFault(CornerFault.EDGES_CROSS, 0, 1, 3, 2);
        assertFault(CornerFault.LEFT_RIGHT_SWAPPED, 3, 2, 1, 0);
        assertFault(CornerFault.TOP_BOTTOM_SWAPPED, 1, 0, 3, 2);
        assertFault(CornerFault.UPSIDE_DOWN, 2, 3, 0, 1);
        assertFault(CornerFault.QUARTER_TURN, 1, 2, 3, 0);
        assertFault(CornerFault.QUARTER_TURN, 3, 0, 1, 2);
    }

    @Example
    void aPlateTurnedBy45DegreesIsNotTouched() {
        Quad square = rolled(45, 1, 1);
        assertThat(CornerOrder.repair(square)).isEmpty();
        assertThat(CornerOrder.fault(square)).isEmpty();
        assertThat(CornerOrder.repair(taken(square, List.of(3, 2, 1, 0))))
                .as("two orders are as good as each other")
                .isEmpty();
    }

    @Example
    void pointsWithoutAConvexOutlineAreNotTouched() {
        Quad dart = new Quad(new Point(0, 0), new Point(0, 9), new Point(9, 0), new Point(2, 2));
        assertThat(CornerOrder.repair(dart)).isEmpty();
        Point one = new Point(1, 1);
        assertThat(CornerOrder.repair(new Quad(one, one, one, one))).isEmpty();
        assertThat(CornerOrder.fault(new Quad(one, one, one, one))).isEmpty();
        Quad line = new Quad(new Point(0, 0), new Point(1, 1), new Point(2, 2), new Point(3, 3));
        assertThat(CornerOrder.fault(line)).isEmpty();
    }

    @Property
    void fromAnyOrderAnUprightPlateIsPutRight(
            @ForAll @DoubleRange(min = -39, max = 39) double degrees,
            @ForAll @DoubleRange(min = 0.3, max = 5) double aspect,
            @ForAll("order") List<Integer> order) {
        Quad plate = rolled(degrees, aspect, 1);
        Quad given = taken(plate, order);
        Quad right = CornerOrder.repair(given).map(o -> taken(given, o)).orElse(given);
        assertThat(right).isEqualTo(plate);
        assertThat(CornerOrder.fault(given).isPresent()).isEqualTo(!given.equals(plate));
    }

    @Property
    void aRepairIsAPermutationThatLeavesNothingToRepair(@ForAll("quad") Quad quad) {
        CornerOrder.repair(quad)
                .ifPresent(order -> {
                    assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
                    Quad right = taken(quad, order);
                    assertThat(CornerOrder.repair(right)).isEmpty();
                    assertThat(CornerOrder.fault(right)).isEmpty();
                });
        assertThat(CornerOrder.fault(quad).isEmpty() && CornerOrder.repair(quad).isPresent())
                .isFalse();
    }

    private static void assertFault(CornerFault fault, Integer... order) {
        Quad given = taken(UPRIGHT, List.of(order));
        assertThat(CornerOrder.fault(given)).contains(fault);
        List<Integer> repair = CornerOrder.repair(given).orElseThrow();
        assertThat(taken(given, repair)).isEqualTo(UPRIGHT);
    }

    private static Quad taken(Quad quad, List<Integer> order) {
        return Quad.of(order.stream().map(quad.corners()::get).toList());
    }

    /// A rectangle around (100, 50), turned clockwise on the screen.
    private static Quad rolled(double degrees, double width, double height) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        int[] x = {-1, -1, 1, 1};
        int[] y = {-1, 1, 1, -1};
        return Quad.of(
                IntStream.range(0, 4)
                        .mapToObj(i -> new Point(x[i] * width, y[i] * height))
                        .map(p ->
                                new Point(100 + c * p.x() - s * p.y(), 50 + s * p.x() + c * p.y()))
                        .toList());
    }

    @Provide
    Arbitrary<Quad> quad() {
        return Plane.quad();
    }

    @Provide
    Arbitrary<List<Integer>> order() {
        return Arbitraries.shuffle(0, 1, 2, 3);
    }
}
