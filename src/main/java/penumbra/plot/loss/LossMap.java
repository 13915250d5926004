package penumbra.plot.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import penumbra.loss.LossSurface;
import penumbra.plot.Axis;
import penumbra.plot.ContourChart;
import penumbra.plot.Grid;
import penumbra.plot.SurfaceChart;
import penumbra.text.Texts;

/// One keypoint's loss over its predicted positions, the label in the middle.
///
/// @param loss what is drawn
/// @param excess whether it is counted from its value at the label
/// @param grid offsets from the label, px
public record LossMap(WeighedLoss loss, boolean excess, Grid grid) {

    private static final int LEVELS = 9;

    /// @param range half the side of the square, px, above 0
    /// @param nodes per side; odd, so that the label is one
    public static LossMap of(WeighedLoss loss, boolean excess, double range, int nodes) {
        LossSurface surface = LossSurface.of(loss.loss(), loss.label(), range, nodes);
        double floor = excess ? surface.atLabel() : 0;
        return new LossMap(
                loss,
                excess,
                new Grid(
                        surface.axis(),
                        surface.axis(),
                        each(surface.values(), v -> (v - floor) * loss.factor()),
                        each(surface.dx(), v -> v * loss.factor()),
                        each(surface.dy(), v -> v * loss.factor())));
    }

    private static double[] each(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }

    /// The common range of several maps, for colours and heights that can be compared.
    public static Optional<Axis.Range> common(List<LossMap> maps) {
        double least = maps.stream().mapToDouble(m -> m.grid.least()).min().orElse(0);
        double most = maps.stream().mapToDouble(m -> m.grid.most()).max().orElse(0);
        return least < most ? Optional.of(new Axis.Range(least, most)) : Optional.empty();
    }

    /// @param range of colours; empty for that of this map
    /// @param arrows whether the way down is drawn
    public ContourChart contour(Optional<Axis.Range> range, boolean arrows) {
        return new ContourChart(
                loss.title(),
                Axis.of(text("offset.x"), "px"),
                Axis.of(text("offset.y"), "px"),
                value(range),
                grid,
                grid.quantiles(LEVELS),
                Landmarks.of(loss.loss(), loss.label()),
                arrows);
    }

    /// @param range of heights; empty for that of this map
    public SurfaceChart surface(Optional<Axis.Range> range, SurfaceChart.View view) {
        return new SurfaceChart(
                loss.title(),
                Axis.of(text("offset.x"), "px"),
                Axis.of(text("offset.y"), "px"),
                value(range),
                grid,
                view);
    }

    private Axis value(Optional<Axis.Range> range) {
        return new Axis(
                text(excess ? "excess.axis" : "value.axis"), loss.unit(), range, Axis.Scale.LINEAR);
    }

    private static String text(String key) {
        return Texts.of(LossMap.class, key);
    }
}
