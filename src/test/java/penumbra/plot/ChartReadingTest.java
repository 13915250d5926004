package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

class ChartReadingTest {

    private static final LineChart LINES =
            new LineChart(
                    "t",
                    Axis.of("Offset", "px").within(-2, 2),
                    new double[] {-2, 0, 2},
                    Axis.of("Loss", "px").within(0, 4),
                    List.of(
                            new LineChart.Line("L1", new double[] {2, 0, 2}, 0),
                            new LineChart.Line("gap", new double[] {Double.NaN, 1, 3}, 1)),
                    List.of());

    private static ContourChart map() {
        Grid grid =
                new Grid(
                        new double[] {0, 1},
                        new double[] {0, 10},
                        new double[] {0, 1, 2, 7},
                        new double[4],
                        new double[4]);
        return new ContourChart(
                "t",
                Axis.of("dx", "px"),
                Axis.of("dy", "px"),
                Axis.of("Loss", "1"),
                grid,
                List.of(),
                List.of(),
                false);
    }

    @Test
    void linesAreReadBetweenTheirNodesAndLeftOutWhereTheyHaveNone() {
        assertThat(ChartReading.of(LINES, new Point(1, 99)))
                .containsExactly("Offset: 1.000 px", "L1: 1.000", "gap: 2.000");
        assertThat(ChartReading.of(LINES, new Point(-1, 0)))
                .containsExactly("Offset: -1.000 px", "L1: 1.000");
        assertThat(ChartReading.of(LINES, new Point(0, 0))).contains("gap: 1.000");
        assertThat(ChartReading.of(LINES, new Point(2, 0))).contains("gap: 3.000");
    }

    @Test
    void mapsAreReadBetweenFourNodes() {
        // 0.75 of 0 .. 0.5 above, 0.25 of 2 .. 7 below, halfway across: 0.375 + 1.125.
        assertThat(ChartReading.of(map(), new Point(0.5, 2.5)))
                .containsExactly("dx: 0.5000 px", "dy: 2.500 px", "Loss: 1.500");
        assertThat(ChartReading.of(map(), new Point(1, 10))).contains("Loss: 7.000");
    }

    /// The ends of the axes are the ends of the plot, so that its middle is that of the ranges.
    @Test
    void theMiddleOfThePlotIsTheMiddleOfItsAxes() {
        PlotArea area = ChartImage.of(LINES, Skin.DARK, new Size(480, 360), 1).plot().orElseThrow();
        Point middle = new Point(area.left() + area.width() / 2, area.top() + area.height() / 2);
        Point at = area.toAxes(middle).orElseThrow();
        assertThat(at.x()).isCloseTo(0, within(1e-9));
        assertThat(at.y()).isCloseTo(2, within(1e-9));
        assertThat(area.toAxes(new Point(area.left(), area.top())).orElseThrow().y())
                .as("up is more")
                .isCloseTo(4, within(1e-9));
        assertThat(area.toAxes(new Point(1, 1))).as("the title").isEmpty();
    }

    @Test
    void theYAxisOfAMapRunsDownAndASurfaceHasNoPlot() {
        PlotArea area =
                ChartImage.of(map(), Skin.LIGHT, new Size(480, 360), 2).plot().orElseThrow();
        assertThat(area.toAxes(new Point(area.left(), area.top())).orElseThrow().y())
                .isCloseTo(0, within(1e-9));
        ContourChart map = map();
        SurfaceChart surface =
                new SurfaceChart(
                        "t", map.x(), map.y(), map.value(), map.grid(), SurfaceChart.View.FIRST);
        assertThat(ChartImage.draft(surface, Skin.LIGHT, new Size(300, 200), 1).plot())
                .isEqualTo(Optional.empty());
        assertThat(ChartReading.of(surface, new Point(0, 0))).isEmpty();
    }
}
