package penumbra.plot;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import penumbra.geometry.Point;

/// A chart as JFreeChart has it, for a canvas that draws it by itself, again and again.
///
/// @param chart what it shows
/// @param drawn to be given to one canvas
public record Plotted(LineChart chart, JFreeChart drawn) {

    private static final int STRETCHES = 250;

    /// Of very many places as many as can be told apart.
    public static Plotted of(LineChart chart, Skin skin) {
        LineChart thin = chart.thinned(STRETCHES);
        return new Plotted(chart, new LineDrawing(thin, skin, thin != chart).plotted());
    }

    /// What a place of the drawing means on both axes; empty outside of the plot.
    ///
    /// @param info of the drawing, filled by it
    /// @param x from its left edge
    /// @param y from its upper edge
    public Optional<Point> at(ChartRenderingInfo info, double x, double y) {
        Rectangle2D area = info.getPlotInfo().getDataArea();
        if (!area.contains(x, y)) {
            return Optional.empty();
        }
        XYPlot plot = drawn.getXYPlot();
        return Optional.of(
                new Point(
                        plot.getDomainAxis().java2DToValue(x, area, plot.getDomainAxisEdge()),
                        plot.getRangeAxis().java2DToValue(y, area, plot.getRangeAxisEdge())));
    }
}
