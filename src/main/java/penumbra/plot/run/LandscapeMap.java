package penumbra.plot.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import penumbra.geometry.Point;
import penumbra.plot.Axis;
import penumbra.plot.ContourChart;
import penumbra.plot.Figure;
import penumbra.plot.Grid;
import penumbra.plot.SurfaceChart;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.LandscapeEvent.Span;
import penumbra.run.landscape.LandscapeEvent.Stop;
import penumbra.run.landscape.PlaneKind;
import penumbra.run.landscape.Refinement;
import penumbra.run.landscape.Surface;
import penumbra.text.Texts;

/// A plane of a landscape, at the finest grid whose nodes are all known, so that nothing is drawn
/// that was not computed. Losses are drawn as log10(L - floor).
///
/// The floor is 0.9 times the lowest loss of the coarsest grid, and both ends of the colours are of
/// that grid as well, so that neither moves while it is refined: what lies beyond has the colour of
/// the end. (With the lowest loss of all itself as the floor, as is usual, every lower node would
/// change all colours.) Nodes without a finite loss have the colour of the upper end and a cross.
///
/// @param landscape that the plane belongs to
/// @param surface with at least the coarsest grid
/// @param side nodes along a side of the grid that is drawn
/// @param least the lowest loss of the coarsest grids of this plane and the random one
public record LandscapeMap(Landscape landscape, Surface surface, int side, double least) {

    private static final double FLOOR = 0.9;

    /// The loss that has the lowest colour, as a share of the lowest of the coarsest grid.
    private static final double BOTTOM = 0.91;

    private static final int PATH_LOOK = 1;
    private static final int NOW_LOOK = 3;
    private static final int NONE_LOOK = 0;

    /// Steps between lines of equal height, of which there are to be no more than a dozen.
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50};

    private static final int MOST_LINES = 12;

    /// What is drawn of a height.
    public enum Measure {
        LOSS,

        /// Area under the error curve up to 8 px: comparable between losses.
        AUC
    }

    /// Empty before the coarsest grid is whole.
    public static Optional<LandscapeMap> of(Landscape landscape, PlaneKind plane) {
        return landscape
                .surface(plane)
                .flatMap(s ->
                        s.side()
                                .map(side ->
                                        new LandscapeMap(landscape, s, side, least(landscape, s))));
    }

    private static double least(Landscape landscape, Surface own) {
        return Stream.concat(
                        Stream.of(own),
                        landscape
                                .surface(PlaneKind.RANDOM)
                                .filter(s -> s.side().isPresent())
                                .stream())
                .flatMapToDouble(s -> first(s, Height::loss))
                .min()
                .orElse(0);
    }

    /// The finite values of the coarsest grid.
    private static DoubleStream first(Surface surface, ToDoubleFunction<Height> value) {
        return Refinement.nodes(Refinement.SIDES.getFirst()).stream()
                .map(surface.heights()::get)
                .mapToDouble(value)
                .filter(Double::isFinite);
    }

    public ContourChart contour(Measure measure) {
        List<Figure> figures = new ArrayList<>();
        // The first lies above the others.
        figures.add(
                new Figure(
                        text("landscape.now", landscape.started().epoch()),
                        List.of(new Point(0, 0)),
                        Figure.Style.DOTS,
                        NOW_LOOK));
        List<Point> path = path();
        if (!path.isEmpty()) {
            figures.add(new Figure(text("landscape.stops"), path, Figure.Style.DOTS, PATH_LOOK));
            figures.add(new Figure(text("landscape.way"), path, Figure.Style.LINE, PATH_LOOK));
        }
        List<Point> none = withoutLoss();
        if (!none.isEmpty()) {
            figures.add(new Figure(text("landscape.none"), none, Figure.Style.CROSSES, NONE_LOOK));
        }
        Axis value = value(measure);
        return new ContourChart(
                title(measure),
                axis("x", 0),
                axis("y", 1),
                value,
                grid(measure, value.range().orElseThrow()),
                levels(value.range().orElseThrow()),
                figures,
                false);
    }

    public SurfaceChart surface(Measure measure, SurfaceChart.View view) {
        Axis value = value(measure);
        return new SurfaceChart(
                title(measure),
                axis("x", 0),
                axis("y", 1),
                value,
                grid(measure, value.range().orElseThrow()),
                view,
                path());
    }

    private List<Point> path() {
        return surface.plane().path().stream().map(Stop::at).toList();
    }

    private List<Point> withoutLoss() {
        return Refinement.nodes(side).stream()
                .filter(n -> !Double.isFinite(surface.heights().get(n).loss()))
                .map(n ->
                        new Point(
                                at(surface.plane().x(), n.column()),
                                at(surface.plane().y(), n.row())))
                .toList();
    }

    private Grid grid(Measure measure, Axis.Range range) {
        List<Refinement.Node> nodes = Refinement.nodes(side);
        double[] values =
                nodes.stream()
                        .mapToDouble(n -> drawn(measure, surface.heights().get(n)))
                        .map(v -> Double.isNaN(v) ? range.most() : v)
                        .map(v -> Math.clamp(v, range.least(), range.most()))
                        .toArray();
        double[] unknown = new double[values.length];
        Arrays.fill(unknown, Double.NaN);
        Plane plane = surface.plane();
        return new Grid(nodes(plane.x()), nodes(plane.y()), values, unknown, unknown);
    }

    private double[] nodes(Span span) {
        int step = (Refinement.FINEST - 1) / (side - 1);
        return IntStream.range(0, side).mapToDouble(i -> at(span, i * step)).toArray();
    }

    private static double at(Span span, int place) {
        return Refinement.between(span.least(), span.most(), place);
    }

    /// Not a number where nothing is known.
    private double drawn(Measure measure, Height height) {
        return switch (measure) {
            case LOSS -> Math.log10(Math.max(height.loss(), BOTTOM * least) - FLOOR * least);
            case AUC -> Double.isNaN(height.auc()) ? 0 : height.auc();
        };
    }

    private Axis value(Measure measure) {
        if (measure == Measure.AUC) {
            return Axis.of(text("landscape.axis.auc"), "1").within(0, 1);
        }
        Axis axis = Axis.of(text("landscape.axis.loss", FLOOR * least), "1");
        double bottom = Math.log10((BOTTOM - FLOOR) * least);
        double top = first(surface, h -> drawn(measure, h)).max().orElse(bottom);
        return axis.within(bottom, Math.max(top, bottom + 1));
    }

    /// Round heights.
    private static List<Double> levels(Axis.Range range) {
        double step =
                Arrays.stream(STEPS)
                        .filter(s -> (range.most() - range.least()) / s <= MOST_LINES)
                        .findFirst()
                        .orElse(STEPS[STEPS.length - 1]);
        List<Double> levels = new ArrayList<>();
        for (long i = (long) Math.ceil(range.least() / step); i * step < range.most(); i++) {
            levels.add(i * step);
        }
        return levels;
    }

    private Axis axis(String name, int direction) {
        List<Double> shares = surface.plane().shares();
        return shares.isEmpty()
                ? Axis.of(text("landscape." + name), text("landscape.unit"))
                : Axis.of(text("landscape.path." + name, 100 * shares.get(direction)), "1");
    }

    private String title(Measure measure) {
        return text("landscape.title." + id(measure), landscape.started().epoch(), side);
    }

    private static String id(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(LandscapeMap.class, key, arguments);
    }
}
