package penumbra.plot;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;

/// A plot with one scale in both directions: it leaves room unused rather than stretch a shape.
final class SquarePlot extends XYPlot {

    private static final long serialVersionUID = 1L;

    SquarePlot(ValueAxis x, ValueAxis y) {
        super(null, x, y, null);
    }

    @Override
    public void draw(
            Graphics2D graphics,
            Rectangle2D area,
            Point2D anchor,
            PlotState parent,
            PlotRenderingInfo info) {
        AxisSpace space = calculateAxisSpace(graphics, area);
        double across = space.getLeft() + space.getRight();
        double down = space.getTop() + space.getBottom();
        double unit =
                Math.min(
                        (area.getWidth() - across) / getDomainAxis().getRange().getLength(),
                        (area.getHeight() - down) / getRangeAxis().getRange().getLength());
        if (!(unit > 0)) {
            return;
        }
        double width = across + unit * getDomainAxis().getRange().getLength();
        double height = down + unit * getRangeAxis().getRange().getLength();
        Rectangle2D square =
                new Rectangle2D.Double(
                        area.getCenterX() - width / 2,
                        area.getCenterY() - height / 2,
                        width,
                        height);
        super.draw(graphics, square, anchor, parent, info);
    }
}
