package penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart3d.Chart3D;
import org.jfree.chart3d.Chart3DFactory;
import org.jfree.chart3d.axis.NumberAxis3D;
import org.jfree.chart3d.axis.ValueAxis3D;
import org.jfree.chart3d.data.Range;
import org.jfree.chart3d.data.function.Function3D;
import org.jfree.chart3d.graphics2d.Anchor2D;
import org.jfree.chart3d.graphics3d.Dimension3D;
import org.jfree.chart3d.graphics3d.LineObject3D;
import org.jfree.chart3d.graphics3d.Object3D;
import org.jfree.chart3d.graphics3d.Offset2D;
import org.jfree.chart3d.graphics3d.Point3D;
import org.jfree.chart3d.graphics3d.ViewPoint3D;
import org.jfree.chart3d.graphics3d.World;
import org.jfree.chart3d.plot.XYZPlot;
import org.jfree.chart3d.renderer.ColorScale;
import org.jfree.chart3d.renderer.xyz.SurfaceRenderer;
import org.jfree.chart3d.style.StandardChartStyle;
import org.jfree.chart3d.table.StandardRectanglePainter;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

/// A surface with Chart3D, whose y axis points up and whose z axis points away from the viewer: our
/// value is its y, our y its z backwards.
final class SurfaceDrawing {

    private static final Dimension3D BOX = new Dimension3D(10, 6, 10);
    private static final double NEAR = 40;
    private static final double ROOM = 1.4;
    private static final double BELOW_TITLE = 10;
    private static final double LABEL_OFFSET = 20;

    private static final int PATH_LOOK = 1;

    /// Pieces of a line between two places of the way.
    private static final int PIECES = 24;

    /// Lines of the way, and how far they lie above each other in the box.
    private static final int LINES = 4;

    private static final double ABOVE = 0.03;
    private static final double MAST = 0.5;

    private final SurfaceChart chart;
    private final Skin skin;
    private final Range range;
    private final boolean fine;

    /// @param fine or a draft: a sixteenth of the faces with hard edges, in a fraction of the time
    SurfaceDrawing(SurfaceChart whole, Skin skin, boolean fine) {
        chart = fine ? whole : whole.coarser().coarser();
        this.fine = fine;
        this.skin = skin;
        double least = chart.value().range().map(Axis.Range::least).orElseGet(chart.grid()::least);
        double top = chart.value().range().map(Axis.Range::most).orElseGet(chart.grid()::most);
        range = new Range(least, top > least ? top : least + 1);
    }

    Drawing drawing() {
        Chart3D drawn =
                Chart3DFactory.createSurfaceChart(
                        chart.title(),
                        null,
                        new Nodes(chart.grid()),
                        chart.x().text(),
                        chart.value().text(),
                        chart.y().text());
        drawn.setStyle(style());
        drawn.setBackground(new StandardRectanglePainter(skin.ground()));
        drawn.setChartBoxColor(skin.grid());
        drawn.setTitleAnchor(Anchor2D.TOP_CENTER);
        drawn.setTranslate2D(new Offset2D(0, BELOW_TITLE));
        drawn.setLegendBuilder(null);
        XYZPlot plot = (XYZPlot) drawn.getPlot();
        plot.setDimensions(BOX);
        double[] xs = chart.grid().xs();
        double[] ys = chart.grid().ys();
        dress(plot.getXAxis(), new Range(xs[0], xs[xs.length - 1]));
        dress(plot.getZAxis(), new Range(-ys[ys.length - 1], -ys[0]));
        ((NumberAxis3D) plot.getZAxis()).setTickLabelFormatter(new Negated());
        dress(plot.getYAxis(), range);
        SurfaceRenderer renderer = new Draped(new Nodes(chart.grid()));
        plot.setRenderer(renderer);
        renderer.setXSamples(xs.length - 1);
        renderer.setZSamples(ys.length - 1);
        renderer.setDrawFaceOutlines(fine);
        drawn.setAntiAlias(fine);
        renderer.setColorScale(new Colours(range));
        return (graphics, size) -> {
            drawn.setViewPoint(viewer(size, drawn.getProjDistance()));
            drawn.draw(graphics, new Rectangle(size.width(), size.height()));
            return Optional.empty();
        };
    }

    /// Chart3D counts its angles from below and behind; the distance leaves room for the axes.
    private ViewPoint3D viewer(Size size, double projection) {
        double elevation = Math.toRadians(chart.view().elevation());
        ViewPoint3D viewer = new ViewPoint3D(-Math.PI / 2, Math.PI + elevation, NEAR, 0);
        viewer.panLeftRight(Math.toRadians(chart.view().azimuth()));
        Dimension shown = new Dimension(size.width(), size.height());
        viewer.setRho(ROOM * viewer.optimalDistance(shown, BOX, projection));
        return viewer;
    }

    private void dress(ValueAxis3D axis, Range shown) {
        NumberAxis3D number = (NumberAxis3D) axis;
        number.setAutoAdjustRange(false);
        number.setRange(shown);
        number.setLabelOffset(LABEL_OFFSET);
        number.setLineColor(skin.quiet());
        number.setTickMarkPaint(skin.quiet());
    }

    private StandardChartStyle style() {
        StandardChartStyle style = new StandardChartStyle();
        style.setTitleFont(Skin.heading());
        style.setTitleColor(skin.text());
        style.setTitleBackgroundColor(skin.ground());
        style.setAxisLabelFont(Skin.font());
        style.setAxisLabelColor(skin.text());
        style.setAxisTickLabelFont(Skin.small());
        style.setAxisTickLabelColor(skin.text());
        style.setGridlineColor(skin.quiet());
        style.setGridlineStroke(new BasicStroke(0.4f));
        style.setChartBoxColor(skin.grid());
        style.setBackgroundPainter(new StandardRectanglePainter(skin.ground()));
        return style;
    }

    /// A surface with the way on it: bright lines close above each other, because shaded faces
    /// would be dark on one side, and a mast at each of its places.
    private final class Draped extends SurfaceRenderer {

        private static final long serialVersionUID = 1L;

        Draped(Nodes nodes) {
            super(nodes);
        }

        @Override
        public void composeAll(
                XYZPlot plot, World world, Dimension3D size, double x, double y, double z) {
            super.composeAll(plot, world, size, x, y, z);
            Color colour = skin.colour(PATH_LOOK);
            for (int i = 0; i < chart.path().size(); i++) {
                Point3D here = place(plot, size, chart.path().get(i), x, y, z);
                world.add(line(here, new Point3D(here.x, here.y + MAST, here.z), colour));
                if (i > 0) {
                    Point from = chart.path().get(i - 1);
                    Point way = chart.path().get(i).minus(from);
                    for (int s = 0; s < PIECES; s++) {
                        Point3D a = place(plot, size, along(from, way, s), x, y, z);
                        Point3D b = place(plot, size, along(from, way, s + 1), x, y, z);
                        for (int line = 1; line <= LINES; line++) {
                            world.add(line(raised(a, line), raised(b, line), colour));
                        }
                    }
                }
            }
        }

        private static Point along(Point from, Point way, int piece) {
            return from.plus(way.times((double) piece / PIECES));
        }

        private static Point3D raised(Point3D place, int line) {
            return new Point3D(place.x, place.y + line * ABOVE, place.z);
        }

        private static Object3D line(Point3D a, Point3D b, Color colour) {
            return new LineObject3D(
                    (float) a.x,
                    (float) a.y,
                    (float) a.z,
                    (float) b.x,
                    (float) b.y,
                    (float) b.z,
                    colour);
        }

        private Point3D place(
                XYZPlot plot, Dimension3D size, Point at, double x, double y, double z) {
            double value =
                    Math.clamp(chart.grid().at(at.x(), at.y()), range.getMin(), range.getMax());
            return new Point3D(
                    x + plot.getXAxis().translateToWorld(at.x(), size.getWidth()),
                    y + plot.getYAxis().translateToWorld(value, size.getHeight()),
                    z + plot.getZAxis().translateToWorld(-at.y(), size.getDepth()));
        }
    }

    /// The values at the nodes; Chart3D asks for them and for nothing between.
    private record Nodes(Grid grid) implements Function3D {

        @Override
        public double getValue(double x, double z) {
            return grid.value(nearest(grid.ys(), -z), nearest(grid.xs(), x));
        }

        private static int nearest(double[] nodes, double at) {
            double share = (at - nodes[0]) / (nodes[nodes.length - 1] - nodes[0]);
            int last = nodes.length - 1;
            return Math.clamp(Math.round(share * last), 0, last);
        }
    }

    /// Ticks of an axis that runs the other way.
    private static final class Negated extends DecimalFormat {

        private static final long serialVersionUID = 1L;

        Negated() {
            super("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition place) {
            return super.format(0 - number, to, place);
        }
    }

    private record Colours(Range range) implements ColorScale {

        @Override
        public Range getRange() {
            return range;
        }

        @Override
        public Color valueToColor(double value) {
            return new Color(ColourMap.VIRIDIS.rgb((value - range.getMin()) / range.getLength()));
        }
    }
}
