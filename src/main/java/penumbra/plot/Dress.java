package penumbra.plot;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// What all charts with two axes have in common.
final class Dress {

    private static final RectangleInsets AROUND = new RectangleInsets(8, 8, 6, 14);

    static {
        // Else what stands upright becomes shapes, and no text in an SVG file.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private Dress() {}

    /// An axis with label, unit and range.
    static NumberAxis axis(Axis axis, Skin skin) {
        NumberAxis dressed = new NumberAxis(axis.text());
        dressed.setAutoRangeIncludesZero(false);
        return dressed(dressed, axis, skin);
    }

    /// The same on the scale that it asks for.
    static NumberAxis scaled(Axis axis, Skin skin) {
        return axis.scale() == Axis.Scale.LOGARITHMIC
                ? dressed(new DecadeAxis(axis.text()), axis, skin)
                : axis(axis, skin);
    }

    private static NumberAxis dressed(NumberAxis dressed, Axis axis, Skin skin) {
        axis.range().ifPresent(range -> dressed.setRange(range.least(), range.most()));
        dressed.setLabelFont(Skin.font());
        dressed.setLabelPaint(skin.text());
        dressed.setTickLabelFont(Skin.small());
        dressed.setTickLabelPaint(skin.text());
        dressed.setTickMarkPaint(skin.quiet());
        dressed.setAxisLinePaint(skin.quiet());
        return dressed;
    }

    /// The chart around a plot: title, legend, ground.
    static JFreeChart chart(String title, XYPlot plot, Skin skin) {
        plot.setBackgroundPaint(skin.plot());
        plot.setOutlinePaint(skin.quiet());
        plot.setDomainGridlinePaint(skin.grid());
        plot.setRangeGridlinePaint(skin.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, Skin.heading(), plot, false);
        chart.setBackgroundPaint(skin.ground());
        chart.setPadding(AROUND);
        chart.setTitle(new TextTitle(title, Skin.heading()));
        chart.getTitle().setPaint(skin.text());
        chart.getTitle().setPadding(0, 0, 6, 0);
        if (plot.getLegendItems().getItemCount() > 0) {
            chart.addLegend(legend(plot, skin));
        }
        return chart;
    }

    static Drawing drawing(JFreeChart chart) {
        return (graphics, size) ->
                chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
    }

    private static LegendTitle legend(XYPlot plot, Skin skin) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Skin.small());
        legend.setItemPaint(skin.text());
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 10));
        return legend;
    }
}
