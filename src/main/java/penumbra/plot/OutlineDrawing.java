package penumbra.plot;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import penumbra.geometry.Point;

/// Figures in a plane with JFreeChart.
record OutlineDrawing(OutlineChart chart, Skin skin) {

    private static final double MARGIN = 0.08;

    Drawing drawing() {
        NumberAxis x = Dress.axis(chart.x(), skin);
        NumberAxis y = Dress.axis(chart.y(), skin);
        y.setInverted(true);
        if (chart.x().range().isEmpty()) {
            fit(x, points().mapToDouble(Point::x));
        }
        if (chart.y().range().isEmpty()) {
            fit(y, points().mapToDouble(Point::y));
        }
        XYPlot plot = new SquarePlot(x, y);
        new FigureLayer(chart.figures(), skin).addTo(plot);
        return Dress.drawing(Dress.chart(chart.title(), plot, skin));
    }

    private Stream<Point> points() {
        return chart.figures().stream().flatMap(f -> f.points().stream());
    }

    private static void fit(NumberAxis axis, DoubleStream places) {
        var all = places.summaryStatistics();
        double margin = MARGIN * Math.max(all.getMax() - all.getMin(), 1);
        if (all.getCount() > 0) {
            axis.setRange(all.getMin() - margin, all.getMax() + margin);
        }
    }
}
