package penumbra.plot;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import penumbra.geometry.Point;

/// Where a chart with two axes drew its plot: the way from a place in the chart to what its axes
/// say there.
///
/// @param left of the plot, units of the chart
/// @param top likewise
/// @param xs what the axes say at the left and the right end
/// @param ys what they say at the upper and the lower end
public record PlotArea(double left, double top, double width, double height, Ends xs, Ends ys) {

    /// Of an axis, in the direction of the screen's.
    record Ends(double first, double last) {

        double at(double share) {
            return first + share * (last - first);
        }

        private static Ends of(
                ValueAxis axis, Rectangle2D area, RectangleEdge edge, double from, double to) {
            return new Ends(
                    axis.java2DToValue(from, area, edge), axis.java2DToValue(to, area, edge));
        }
    }

    static PlotArea of(XYPlot plot, Rectangle2D area) {
        return new PlotArea(
                area.getX(),
                area.getY(),
                area.getWidth(),
                area.getHeight(),
                Ends.of(
                        plot.getDomainAxis(),
                        area,
                        RectangleEdge.BOTTOM,
                        area.getMinX(),
                        area.getMaxX()),
                Ends.of(
                        plot.getRangeAxis(),
                        area,
                        RectangleEdge.LEFT,
                        area.getMinY(),
                        area.getMaxY()));
    }

    /// What the axes say at a place; empty outside of the plot.
    ///
    /// @param at from the chart's upper left corner, in its units
    public Optional<Point> toAxes(Point at) {
        double across = (at.x() - left) / width;
        double down = (at.y() - top) / height;
        return across >= 0 && across <= 1 && down >= 0 && down <= 1
                ? Optional.of(new Point(xs.at(across), ys.at(down)))
                : Optional.empty();
    }
}
