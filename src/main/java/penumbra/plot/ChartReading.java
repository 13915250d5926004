package penumbra.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import penumbra.geometry.Point;
import penumbra.text.Texts;

/// What a chart says at a place, line by line, each number with its unit: first where it is, then
/// the values there. Between nodes values are linear.
public final class ChartReading {

    private ChartReading() {}

    /// @param at what the axes say there
    public static List<String> of(Chart chart, Point at) {
        return switch (chart) {
            case LineChart lines -> lines(lines, at.x());
            case ContourChart map -> map(map, at);
            case OutlineChart outline ->
                    List.of(said(outline.x(), at.x()), said(outline.y(), at.y()));
            case SurfaceChart _ -> List.of();
        };
    }

    private static List<String> lines(LineChart chart, double x) {
        List<String> said = new ArrayList<>();
        said.add(said(chart.x(), x));
        Place place = Place.of(chart.at(), x);
        for (LineChart.Line line : chart.lines()) {
            double value = place.between(i -> line.values()[i]);
            if (!Double.isNaN(value)) {
                said.add(Texts.of(ChartReading.class, "reading", line.label(), number(value)));
            }
        }
        return said;
    }

    private static List<String> map(ContourChart chart, Point at) {
        Grid grid = chart.grid();
        Place column = Place.of(grid.xs(), at.x());
        Place row = Place.of(grid.ys(), at.y());
        double value = row.between(r -> column.between(c -> grid.value(r, c)));
        return List.of(
                said(chart.x(), at.x()), said(chart.y(), at.y()), said(chart.value(), value));
    }

    private static String said(Axis axis, double value) {
        String unit = axis.unit().equals("1") ? "" : " " + axis.unit();
        return Texts.of(ChartReading.class, "reading", axis.label(), number(value) + unit);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /// Between two of ascending nodes.
    ///
    /// @param share of the way from the lower to the next
    private record Place(int lower, double share) {

        @FunctionalInterface
        private interface Values {
            double at(int node);
        }

        static Place of(double[] nodes, double at) {
            int found = Arrays.binarySearch(nodes, at);
            int lower = Math.clamp(found >= 0 ? found : -found - 2, 0, nodes.length - 2);
            double share = (at - nodes[lower]) / (nodes[lower + 1] - nodes[lower]);
            return new Place(lower, Math.clamp(share, 0, 1));
        }

        double between(Values values) {
            return share == 0
                    ? values.at(lower)
                    : (1 - share) * values.at(lower) + share * values.at(lower + 1);
        }
    }
}
