package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;

class ContourLinesTest {

    static Grid grid(int nodes, DoubleBinaryOperator f) {
        double[] axis = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            axis[i] = 2.0 * i / (nodes - 1) - 1;
        }
        double[] values = new double[nodes * nodes];
        for (int row = 0; row < nodes; row++) {
            for (int column = 0; column < nodes; column++) {
                values[row * nodes + column] = f.applyAsDouble(axis[column], axis[row]);
            }
        }
        return new Grid(axis, axis, values, new double[nodes * nodes], new double[nodes * nodes]);
    }

    @Test
    void aPlaneHasItsLineExactlyWhereItIs() {
        List<ContourLines.Segment> lines = ContourLines.of(grid(9, (x, y) -> 3 * x - 2 * y), 0.7);
        assertThat(lines).isNotEmpty();
        for (ContourLines.Segment line : lines) {
            for (Point end : List.of(line.from(), line.to())) {
                assertThat(3 * end.x() - 2 * end.y()).isCloseTo(0.7, within(1e-12));
            }
        }
    }

    @Test
    void theLinesOfAConeAreCirclesOfTheRightLength() {
        List<ContourLines.Segment> lines = ContourLines.of(grid(129, Math::hypot), 0.6);
        double length = 0;
        for (ContourLines.Segment line : lines) {
            length += line.from().distance(line.to());
            assertThat(line.from().norm()).isCloseTo(0.6, within(1e-4));
        }
        assertThat(length).isCloseTo(2 * Math.PI * 0.6, within(0.002));
    }

    @Test
    void aSaddleIsPartedOnTheSideOfItsMiddle() {
        // x y + tilt: corners 1 + t, -1 + t, 1 + t, -1 + t; the middle is t.
        List<ContourLines.Segment> high = ContourLines.of(grid(2, (x, y) -> x * y + 0.2), 0);
        List<ContourLines.Segment> low = ContourLines.of(grid(2, (x, y) -> x * y - 0.2), 0);
        assertThat(high).hasSize(2);
        assertThat(low).hasSize(2);
        // Above the level the middle joins the corners where x y is positive, so that the lines cut
        // off the others: the middle of each segment lies where x y is negative.
        for (ContourLines.Segment line : high) {
            Point middle = line.from().plus(line.to()).times(0.5);
            assertThat(middle.x() * middle.y()).isNegative();
        }
        for (ContourLines.Segment line : low) {
            Point middle = line.from().plus(line.to()).times(0.5);
            assertThat(middle.x() * middle.y()).isPositive();
        }
    }

    @Test
    void aLevelThatIsNeverReachedHasNoLine() {
        assertThat(ContourLines.of(grid(9, Math::hypot), 3)).isEmpty();
        assertThat(ContourLines.of(grid(9, (_, _) -> 1), 1)).isEmpty();
    }
}
