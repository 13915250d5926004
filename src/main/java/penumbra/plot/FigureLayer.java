package penumbra.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import penumbra.geometry.Point;

/// Figures as series of a plot.
record FigureLayer(List<Figure> figures, Skin skin) {

    private static final float DOT = 5f;

    void addTo(XYPlot plot) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setLegendLine(new Line2D.Double(-10, 0, 10, 0));
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            data.addSeries(series(figure, i));
            Optional<Shape> shape = shape(figure.style());
            renderer.setSeriesLinesVisible(i, shape.isEmpty());
            renderer.setSeriesShapesVisible(i, shape.isPresent());
            if (shape.isPresent()) {
                renderer.setSeriesShape(i, shape.get());
            }
            renderer.setSeriesPaint(i, skin.colour(figure.look()));
            renderer.setSeriesStroke(i, skin.stroke(figure.look()));
            renderer.setSeriesOutlinePaint(i, skin.ground());
        }
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setUseFillPaint(false);
        renderer.setDefaultLegendTextPaint(skin.text());
        renderer.setLegendItemLabelGenerator((_, series) -> figures.get(series).label());
        plot.setDataset(data);
        plot.setRenderer(renderer);
    }

    private static Optional<Shape> shape(Figure.Style style) {
        return switch (style) {
            case DOTS -> Optional.of(new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            case CROSSES -> Optional.of(ShapeUtils.createDiagonalCross(DOT, 1));
            case LINE, RING -> Optional.empty();
        };
    }

    private static XYSeries series(Figure figure, int key) {
        XYSeries series = new XYSeries(key, false, true);
        for (Point point : figure.points()) {
            series.add(point.x(), point.y(), false);
        }
        if (figure.style() == Figure.Style.RING && !figure.points().isEmpty()) {
            series.add(figure.points().getFirst().x(), figure.points().getFirst().y(), false);
        }
        return series;
    }
}
