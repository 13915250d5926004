package penumbra.plot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Point;
import penumbra.plot.ContourChart;
import penumbra.plot.Figure;
import penumbra.plot.SurfaceChart;
import penumbra.plot.run.LandscapeMap.Measure;
import penumbra.run.MadeUpLandscape;
import penumbra.run.RunFolder;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.LandscapeEvent;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.LandscapeEvent.Span;
import penumbra.run.landscape.LandscapeTail;
import penumbra.run.landscape.PlaneKind;
import penumbra.run.landscape.Refinement;

class LandscapeMapTest {

    @TempDir Path folder;

    private final List<LandscapeEvent> events = new ArrayList<>();

    private static Height height(PlaneKind plane, Refinement.Node node, double loss) {
        SequencedMap<String, Double> losses = new LinkedHashMap<>();
        if (Double.isFinite(loss)) {
            losses.put("pose", loss);
        }
        return new Height(plane, node.row(), node.column(), losses, 0.25, 1, 3);
    }

    /// A bowl around the middle: 5 there, 5 plus the square of the distance in nodes elsewhere.
    private static double bowl(Refinement.Node node) {
        return 5 + Math.pow(node.row() - 16, 2) + Math.pow(node.column() - 16, 2);
    }

    private void start() {
        events.add(new LandscapeEvent.Started(Instant.EPOCH, 4, 8, 11, 0, true, "", 0.1));
        events.add(
                new Plane(
                        PlaneKind.RANDOM, new Span(-1, 1), new Span(-1, 1), List.of(), List.of()));
    }

    private void fill(int side) {
        Refinement.added(side).forEach(n -> events.add(height(PlaneKind.RANDOM, n, bowl(n))));
    }

    private LandscapeMap map() {
        return LandscapeMap.of(Landscape.with(List.of(), events).getLast(), PlaneKind.RANDOM)
                .orElseThrow();
    }

    @Test
    void nothingIsDrawnBeforeAGridIsWholeAndThenOnlyWhatWasComputed() {
        start();
        assertThat(LandscapeMap.of(Landscape.with(List.of(), events).getLast(), PlaneKind.RANDOM))
                .isEmpty();
        fill(5);
        events.add(height(PlaneKind.RANDOM, new Refinement.Node(4, 4), 7));
        assertThat(map().side()).isEqualTo(5);
        assertThat(map().contour(Measure.LOSS).grid().xs()).containsExactly(-1, -0.5, 0, 0.5, 1);
        assertThat(LandscapeMap.of(map().landscape(), PlaneKind.PATH)).isEmpty();
    }

    @Test
    void theHeightIsTheLogarithmOfTheLossOverNineTenthsOfTheLowestOfTheCoarsestGrid() {
        start();
        fill(5);
        ContourChart chart = map().contour(Measure.LOSS);
        assertThat(chart.grid().value(2, 2)).isCloseTo(Math.log10(0.5), within(1e-12));
        assertThat(chart.grid().value(2, 3)).isCloseTo(Math.log10(64.5), within(1e-12));
        assertThat(chart.grid().value(0, 0)).isCloseTo(Math.log10(512.5), within(1e-12));
        assertThat(chart.value().range().orElseThrow().least())
                .isCloseTo(Math.log10(0.05), within(1e-12));
        assertThat(chart.value().text()).contains("loss - 4.500");
        assertThat(chart.value().range().orElseThrow().most())
                .isCloseTo(Math.log10(512.5), within(1e-12));
        assertThat(map().contour(Measure.AUC).grid().value(1, 1)).isEqualTo(0.25);
    }

    @Test
    void coloursAndLinesStayWhereTheyAreWhileItIsRefinedEvenBelowTheLowestSoFar() {
        start();
        fill(5);
        ContourChart coarse = map().contour(Measure.LOSS);
        fill(9);
        events.add(height(PlaneKind.RANDOM, new Refinement.Node(12, 12), 1));
        ContourChart fine = map().contour(Measure.LOSS);
        assertThat(fine.grid().xs()).hasSize(9);
        assertThat(fine.value()).isEqualTo(coarse.value());
        assertThat(fine.levels()).isEqualTo(coarse.levels());
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                assertThat(fine.grid().value(2 * row, 2 * column))
                        .isEqualTo(coarse.grid().value(row, column));
            }
        }
        assertThat(fine.grid().value(3, 3)).isEqualTo(fine.value().range().orElseThrow().least());
    }

    @Test
    void aNodeWithoutAFiniteLossIsDrawnAsTheHighestAndMarked() {
        start();
        fill(5);
        events.add(height(PlaneKind.RANDOM, new Refinement.Node(0, 8), Double.NaN));
        ContourChart chart = map().contour(Measure.LOSS);
        assertThat(chart.grid().value(0, 1)).isEqualTo(chart.value().range().orElseThrow().most());
        assertThat(chart.figures().getLast().style()).isEqualTo(Figure.Style.CROSSES);
        assertThat(chart.figures().getLast().points()).containsExactly(new Point(-0.5, -1));
    }

    @Test
    void thePathLiesOnItsPlaneAndEndsAtTheWeightsWhichAreTheOrigin() throws Exception {
        RunFolder run = new RunFolder(folder);
        MadeUpLandscape.write(run, 6, 9);
        Landscape landscape = new LandscapeTail(run.landscape()).next().landscapes().getLast();
        LandscapeMap map = LandscapeMap.of(landscape, PlaneKind.PATH).orElseThrow();
        ContourChart chart = map.contour(Measure.LOSS);
        assertThat(chart.figures().getFirst().points()).containsExactly(new Point(0, 0));
        Figure way = chart.figures().get(2);
        assertThat(way.style()).isEqualTo(Figure.Style.LINE);
        assertThat(way.points()).hasSize(7);
        assertThat(way.points().getLast().norm()).isLessThan(1e-9);
        assertThat(chart.x().text()).contains("83.0 %");
        assertThat(chart.y().text()).contains("11.0 %");
        assertThat(map.surface(Measure.LOSS, SurfaceChart.View.FIRST).path())
                .isEqualTo(way.points());
        assertThat(
                        LandscapeMap.of(landscape, PlaneKind.RANDOM)
                                .orElseThrow()
                                .surface(Measure.LOSS, SurfaceChart.View.FIRST)
                                .path())
                .isEmpty();
    }
}
