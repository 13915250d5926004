package penumbra.plot;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.io.Serial;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/// Lines with JFreeChart.
///
/// @param dense whether places lie so close that dashes would not be seen
record LineDrawing(LineChart chart, Skin skin, boolean dense) {

    /// What a line that fills areas is drawn with, in half the time of the usual stroke.
    private static final BasicStroke THIN =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

    private static final double DOT = 7;

    /// Beyond a dot at an end, which would be cut in half; a share of the axis.
    private static final double DOT_ROOM = 0.02;

    Drawing drawing() {
        return Dress.drawing(plotted());
    }

    JFreeChart plotted() {
        XYDataset data = data();
        XYPlot plot =
                new XYPlot(
                        data,
                        Dress.axis(chart.x(), skin),
                        Dress.scaled(chart.y(), skin),
                        renderer());
        if (chart.x().range().isEmpty()) {
            NumberAxis x = (NumberAxis) plot.getDomainAxis();
            x.setAutoRangeStickyZero(false);
            x.setLowerMargin(room(data, false));
            x.setUpperMargin(room(data, true));
        }
        makeRoom(plot);
        for (LineChart.Mark mark : chart.marks()) {
            plot.addDomainMarker(marker(mark));
        }
        return Dress.chart(chart.title(), plot, skin);
    }

    /// Beyond the first or the last place: what a dot there needs.
    private static double room(XYDataset data, boolean last) {
        boolean dot =
                IntStream.range(0, data.getSeriesCount())
                        .anyMatch(s -> alone(data, s, last ? data.getItemCount(s) - 1 : 0));
        return dot ? DOT_ROOM : 0;
    }

    private static boolean alone(XYDataset data, int series, int item) {
        int last = data.getItemCount(series) - 1;
        return Double.isFinite(data.getYValue(series, item))
                && (item == 0 || Double.isNaN(data.getYValue(series, item - 1)))
                && (item == last || Double.isNaN(data.getYValue(series, item + 1)));
    }

    /// Around what has no extent, and whole numbers where only those are counted.
    private void makeRoom(XYPlot plot) {
        NumberAxis x = (NumberAxis) plot.getDomainAxis();
        if (chart.x().unit().equals("1")
                && Arrays.stream(chart.at()).allMatch(v -> v == Math.rint(v))) {
            x.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
        if (chart.at().length == 1 && chart.x().range().isEmpty()) {
            x.setRange(chart.at()[0] - 1, chart.at()[0] + 1);
        }
        DoubleSummaryStatistics values =
                chart.lines().stream()
                        .flatMapToDouble(line -> Arrays.stream(line.values()))
                        .filter(Double::isFinite)
                        .summaryStatistics();
        boolean linear = chart.y().scale() == Axis.Scale.LINEAR;
        if (linear && chart.y().range().isEmpty() && values.getMin() == values.getMax()) {
            double room = Math.max(Math.abs(values.getMin()) / 10, 0.1);
            plot.getRangeAxis().setRange(values.getMin() - room, values.getMin() + room);
        }
    }

    private DefaultXYDataset data() {
        DefaultXYDataset data = new DefaultXYDataset();
        if (chart.at().length == 0) {
            // A series without a place cannot be drawn.
            return data;
        }
        for (int i = 0; i < chart.lines().size(); i++) {
            double[] values = chart.lines().get(i).values().clone();
            if (chart.y().scale() == Axis.Scale.LOGARITHMIC) {
                Arrays.setAll(values, at -> values[at] > 0 ? values[at] : Double.NaN);
            }
            data.addSeries(i, new double[][] {chart.at(), values});
        }
        return data;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new DotsAlone();
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setLegendItemLabelGenerator((_, series) -> chart.lines().get(series).label());
        renderer.setLegendLine(new Line2D.Double(-12, 0, 12, 0));
        for (int i = 0; i < chart.lines().size(); i++) {
            LineChart.Line line = chart.lines().get(i);
            renderer.setSeriesPaint(i, skin.colour(line.look(), line.strength()));
            renderer.setSeriesStroke(i, dense ? THIN : skin.stroke(line.look()));
            renderer.setSeriesVisibleInLegend(i, line.inLegend());
            renderer.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        }
        return renderer;
    }

    private ValueMarker marker(LineChart.Mark mark) {
        ValueMarker marker = new ValueMarker(mark.at());
        marker.setPaint(skin.quiet());
        marker.setStroke(
                new BasicStroke(
                        1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0));
        marker.setLabel(mark.label());
        marker.setLabelFont(Skin.small());
        marker.setLabelPaint(skin.quiet());
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        marker.setLabelBackgroundColor(skin.plot());
        return marker;
    }

    /// Lines, and dots where a value stands alone.
    private static final class DotsAlone extends XYLineAndShapeRenderer {

        @Serial private static final long serialVersionUID = 1L;

        DotsAlone() {
            super(true, false);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            return alone(getPlot().getDataset(), series, item);
        }

        /// With a dot where there is no line.
        @Override
        public LegendItem getLegendItem(int dataset, int series) {
            XYDataset data = getPlot().getDataset(dataset);
            LegendItem legend = super.getLegendItem(dataset, series);
            if (legend != null) {
                legend.setShapeVisible(
                        IntStream.range(0, data.getItemCount(series))
                                .filter(i -> Double.isFinite(data.getYValue(series, i)))
                                .allMatch(i -> alone(data, series, i)));
            }
            return legend;
        }
    }
}
