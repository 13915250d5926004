package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

class SurfacePathTest {

    private static final int NODES = 17;

    private static SurfaceChart bowl(List<Point> path) {
        double[] axis = new double[NODES];
        Arrays.setAll(axis, i -> (i - 8) / 8.0);
        double[] values = new double[NODES * NODES];
        Arrays.setAll(values, i -> Math.pow(axis[i % NODES], 2) + Math.pow(axis[i / NODES], 2));
        return new SurfaceChart(
                "bowl",
                Axis.of("x", "1"),
                Axis.of("y", "1"),
                Axis.of("z", "1"),
                new Grid(axis, axis, values, values, values),
                SurfaceChart.View.FIRST,
                path);
    }

    /// Pixels of about the colour that the way has: thin lines mix with what lies behind them.
    private static long orange(SurfaceChart chart, Skin skin, boolean fine) {
        Size size = new Size(500, 400);
        ChartImage image =
                fine ? ChartImage.of(chart, skin, size, 1) : ChartImage.draft(chart, skin, size, 1);
        return Arrays.stream(image.argb()).filter(p -> apart(p, skin.rgb(1)) < 60).count();
    }

    private static int apart(int a, int b) {
        return Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff))
                + Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff))
                + Math.abs((a & 0xff) - (b & 0xff));
    }

    @Test
    void theWayIsSeenOnTheSurfaceInItsOwnColourFineAndAsADraft() {
        List<Point> way = List.of(new Point(-0.8, -0.8), new Point(-0.4, 0.2), new Point(0, 0));
        for (Skin skin : List.of(Skin.LIGHT, Skin.DARK)) {
            for (boolean fine : new boolean[] {true, false}) {
                assertThat(orange(bowl(List.of()), skin, fine)).isZero();
                assertThat(orange(bowl(way), skin, fine)).isGreaterThan(60);
            }
        }
    }

    @Test
    void aChartThatIsTurnedOrNamedAnewOrMadeCoarserKeepsItsWay() {
        List<Point> way = List.of(new Point(0, 0), new Point(1, 1));
        SurfaceChart chart = bowl(way);
        assertThat(chart.titled("other").path()).isEqualTo(way);
        assertThat(chart.seenFrom(new SurfaceChart.View(10, 10)).path()).isEqualTo(way);
        assertThat(chart.coarser().path()).isEqualTo(way);
    }
}
