package penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import penumbra.geometry.Point;

/// Colours, lines of equal value, arrows and figures with JFreeChart.
final class ContourDrawing {

    private static final int ARROWS_PER_SIDE = 12;
    private static final double ARROW_SHARE = 0.9;

    /// Squares of one colour along a side, at least.
    private static final int FINE = 128;

    private final ContourChart chart;
    private final Skin skin;
    private final double least;
    private final double most;

    ContourDrawing(ContourChart chart, Skin skin) {
        this.chart = chart;
        this.skin = skin;
        least = chart.value().range().map(Axis.Range::least).orElseGet(chart.grid()::least);
        double top = chart.value().range().map(Axis.Range::most).orElseGet(chart.grid()::most);
        most = top > least ? top : least + 1;
    }

    Drawing drawing() {
        NumberAxis x = Dress.axis(chart.x(), skin);
        NumberAxis y = Dress.axis(chart.y(), skin);
        fit(x, chart.grid().xs());
        fit(y, chart.grid().ys());
        y.setInverted(true);
        XYPlot plot = new SquarePlot(x, y);
        new FigureLayer(chart.figures(), skin).addTo(plot);
        plot.getRenderer().addAnnotation(new Map(), Layer.BACKGROUND);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        JFreeChart drawn = Dress.chart(chart.title(), plot, skin);
        drawn.addSubtitle(scale());
        return Dress.drawing(drawn);
    }

    private static void fit(NumberAxis axis, double[] nodes) {
        axis.setRange(nodes[0], nodes[nodes.length - 1]);
    }

    private PaintScaleLegend scale() {
        NumberAxis axis = Dress.axis(chart.value(), skin);
        PaintScaleLegend scale = new PaintScaleLegend(new Colours(least, most), axis);
        axis.setRange(least, most);
        scale.setPosition(RectangleEdge.RIGHT);
        scale.setStripWidth(12);
        scale.setStripOutlineVisible(false);
        scale.setAxisOffset(4);
        scale.setBackgroundPaint(skin.ground());
        scale.setMargin(new RectangleInsets(4, 8, 30, 0));
        scale.setSubdivisionCount(128);
        return scale;
    }

    private record Colours(double least, double most) implements PaintScale {

        @Override
        public double getLowerBound() {
            return least;
        }

        @Override
        public double getUpperBound() {
            return most;
        }

        @Override
        public Color getPaint(double value) {
            return new Color(ColourMap.VIRIDIS.rgb((value - least) / (most - least)));
        }
    }

    /// What lies below the figures.
    private final class Map extends AbstractXYAnnotation {

        private static final long serialVersionUID = 1L;

        @Override
        public void draw(
                Graphics2D graphics,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis x,
                ValueAxis y,
                int renderer,
                PlotRenderingInfo info) {
            AffineTransform toScreen = toScreen(area, x, y);
            double[] xs = chart.grid().xs();
            double[] ys = chart.grid().ys();
            double dx = xs[1] - xs[0];
            double dy = ys[1] - ys[0];
            int parts = Math.ceilDiv(FINE, Math.min(xs.length, ys.length) - 1);
            AffineTransform image = new AffineTransform(toScreen);
            image.translate(xs[0] - dx / parts / 2, ys[0] - dy / parts / 2);
            image.scale(dx / parts, dy / parts);
            graphics.drawImage(colours(parts), image, null);
            graphics.setStroke(new BasicStroke(1));
            graphics.setColor(new Color(255, 255, 255, 150));
            graphics.draw(toScreen.createTransformedShape(lines()));
            if (chart.arrows()) {
                graphics.setColor(Color.WHITE);
                graphics.setStroke(new BasicStroke(1));
                graphics.draw(toScreen.createTransformedShape(arrows()));
            }
        }

        private AffineTransform toScreen(Rectangle2D area, ValueAxis x, ValueAxis y) {
            double x0 = x.valueToJava2D(0, area, RectangleEdge.BOTTOM);
            double x1 = x.valueToJava2D(1, area, RectangleEdge.BOTTOM);
            double y0 = y.valueToJava2D(0, area, RectangleEdge.LEFT);
            double y1 = y.valueToJava2D(1, area, RectangleEdge.LEFT);
            return new AffineTransform(x1 - x0, 0, 0, y1 - y0, x0, y0);
        }
    }

    /// @param parts of the way from node to node; between nodes values are linear
    private BufferedImage colours(int parts) {
        Grid grid = chart.grid();
        int width = (grid.xs().length - 1) * parts + 1;
        int height = (grid.ys().length - 1) * parts + 1;
        double dx = (grid.xs()[1] - grid.xs()[0]) / parts;
        double dy = (grid.ys()[1] - grid.ys()[0]) / parts;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double value = grid.at(grid.xs()[0] + column * dx, grid.ys()[0] + row * dy);
                double share = (value - least) / (most - least);
                image.setRGB(column, row, ColourMap.VIRIDIS.rgb(share));
            }
        }
        return image;
    }

    private Path2D lines() {
        Path2D path = new Path2D.Double();
        for (double level : chart.levels()) {
            for (ContourLines.Segment segment : ContourLines.of(chart.grid(), level)) {
                path.moveTo(segment.from().x(), segment.from().y());
                path.lineTo(segment.to().x(), segment.to().y());
            }
        }
        return path;
    }

    /// Against the gradient; the longest arrow fills its place.
    private Path2D arrows() {
        Grid grid = chart.grid();
        int step = Math.max(1, grid.xs().length / ARROWS_PER_SIDE);
        double steepest = 0;
        for (int i = 0; i < grid.values().length; i++) {
            steepest = Math.max(steepest, Math.hypot(grid.dx()[i], grid.dy()[i]));
        }
        double length = ARROW_SHARE * step * (grid.xs()[1] - grid.xs()[0]);
        Path2D path = new Path2D.Double();
        for (int row = step / 2; row < grid.ys().length; row += step) {
            for (int column = step / 2; column < grid.xs().length; column += step) {
                int node = row * grid.xs().length + column;
                Point from = new Point(grid.xs()[column], grid.ys()[row]);
                Point way = new Point(-grid.dx()[node], -grid.dy()[node]);
                arrow(path, from, way.times(length / Math.max(steepest, Double.MIN_NORMAL)));
            }
        }
        return path;
    }

    private static void arrow(Path2D path, Point from, Point way) {
        Point tip = from.plus(way);
        Point side = new Point(-way.y(), way.x());
        path.moveTo(from.x(), from.y());
        path.lineTo(tip.x(), tip.y());
        for (double turn : new double[] {0.18, -0.18}) {
            Point barb = tip.minus(way.times(0.3)).plus(side.times(turn));
            path.moveTo(tip.x(), tip.y());
            path.lineTo(barb.x(), barb.y());
        }
    }
}
