package penumbra.format.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Point;

class PlateOrderTest {

    /// TL, BL, BR, TR of a tilted plate.
    private static final List<Point> PLATE =
            List.of(new Point(10, 10), new Point(12, 20), new Point(40, 24), new Point(38, 14));

    @ParameterizedTest
    @CsvSource({
        "0123, ''",
        "3210, check-mirrored",
        "1032, check-mirrored",
        "2301, check-upside-down",
        "1023, check-crossed",
        "0132, check-crossed",
        "3120, check-crossed",
        "0213, check-crossed"
    })
    void tellsWhichPointsAreExchanged(String order, String rule) {
        List<Point> points = order.chars().mapToObj(c -> PLATE.get(c - '0')).toList();
        assertThat(PlateOrder.fault(points).orElse("")).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(ints = {-80, -45, -15, 0, 15, 45, 80})
    void aTurnedPlateIsInOrder(int degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        List<Point> square =
                List.of(new Point(-2, -1), new Point(-2, 1), new Point(2, 1), new Point(2, -1))
                        .stream()
                        .map(p -> new Point(c * p.x() - s * p.y(), s * p.x() + c * p.y()))
                        .toList();
        assertThat(PlateOrder.fault(square)).isEmpty();
    }

    @Test
    void pointsOnOneLineHaveNoOrder() {
        assertThat(
                        PlateOrder.fault(
                                List.of(
                                        new Point(0, 0),
                                        new Point(1, 1),
                                        new Point(2, 2),
                                        new Point(3, 3))))
                .isEmpty();
        assertThat(
                        PlateOrder.fault(
                                List.of(
                                        new Point(1, 1),
                                        new Point(1, 1),
                                        new Point(1, 1),
                                        new Point(1, 1))))
                .isEmpty();
    }
}
