package penumbra.plot.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import penumbra.metric.ErrorCurve;
import penumbra.metric.PlaceErrors;
import penumbra.metric.TargetErrors;
import penumbra.metric.TargetErrors.PointError;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.run.Against;
import penumbra.text.Texts;

/// How errors of place are distributed: over thresholds and over the plates' sizes.
public final class ErrorCharts {

    private static final int PLACES = 200;
    private static final double BEYOND = 1.25;
    private static final int MOST_BINS = 8;
    private static final int LEAST_IN_BIN = 12;

    private ErrorCharts() {}

    /// In which unit errors are counted.
    public enum Unit {
        /// Distances of keypoints, picture px.
        PIXELS,

        /// The mean distance of a target's keypoints over the side of its box.
        NORMALISED
    }

    /// Cumulative error distributions ([ErrorCurve]): the share of units that are at most so far
    /// off, all targets counted, so that a curve that misses some never comes to 1. Area and
    /// failures stand in the legend.
    public static LineChart cumulative(List<ErrorLine> shown, Unit unit, Against against) {
        double bound = unit == Unit.PIXELS ? PlaceErrors.PIXEL_BOUND : PlaceErrors.NORMALISED_BOUND;
        double[] at = steps(bound * BEYOND);
        List<LineChart.Line> lines = new ArrayList<>();
        for (ErrorLine line : shown) {
            ErrorCurve curve = curve(line.targets(), unit);
            lines.add(
                    new LineChart.Line(
                            text(
                                    "ced." + key(unit),
                                    line.name(),
                                    curve.area(bound),
                                    100 * curve.failures(bound)),
                            Arrays.stream(at).map(curve::share).toArray(),
                            line.look(),
                            line.strength()));
        }
        return new LineChart(
                text("title.against", text("ced.title." + key(unit)), against.words()),
                Axis.of(text("ced.axis." + key(unit)), unit == Unit.PIXELS ? "px" : "1")
                        .within(0, bound * BEYOND),
                at,
                Axis.of(text("ced.share." + key(unit)), "1").within(0, 1),
                lines,
                List.of(new LineChart.Mark(bound, text("ced.bound." + key(unit)))));
    }

    /// The same of the parts of the errors along and across the bars, signs left out; of targets
    /// that were found.
    public static LineChart parts(List<ErrorLine> shown, Against against) {
        double[] at = steps(PlaceErrors.PIXEL_BOUND);
        List<LineChart.Line> lines = new ArrayList<>();
        for (ErrorLine line : shown) {
            lines.add(part("parts.along", line, at, PointError::along, line.look()));
            int dashed = Looks.dashed(line.look());
            lines.add(part("parts.across", line, at, PointError::across, dashed));
        }
        return new LineChart(
                text("title.against", text("parts.title"), against.words()),
                Axis.of(text("ced.axis.pixels"), "px").within(0, PlaceErrors.PIXEL_BOUND),
                at,
                Axis.of(text("parts.share"), "1").within(0, 1),
                lines,
                List.of());
    }

    private static LineChart.Line part(
            String key, ErrorLine line, double[] at, ToDoubleFunction<PointError> part, int look) {
        ErrorCurve curve =
                ErrorCurve.of(
                        found(line.targets()).stream()
                                .map(part::applyAsDouble)
                                .filter(v -> !Double.isNaN(v))
                                .map(Math::abs)
                                .toList());
        return new LineChart.Line(
                text(key, line.name()),
                Arrays.stream(at).map(curve::share).toArray(),
                look,
                line.strength());
    }

    /// Root mean square error of keypoints over the side of the box, in bins of as many targets
    /// each, the same for all; of targets that were found. A bin stands at the median of its sides.
    public static LineChart bySize(List<ErrorLine> shown, Against against) {
        double[] sides =
                shown.stream()
                        .flatMap(line -> line.targets().stream())
                        .mapToDouble(TargetErrors::side)
                        .sorted()
                        .toArray();
        int each = shown.isEmpty() ? 0 : sides.length / shown.size();
        int bins = Math.clamp(each / LEAST_IN_BIN, 1, MOST_BINS);
        double[] least =
                IntStream.range(0, sides.length == 0 ? 0 : bins)
                        .mapToDouble(b -> sides[(int) ((long) b * sides.length / bins)])
                        .distinct()
                        .toArray();
        double[] at = new double[least.length];
        Arrays.setAll(
                at,
                b -> {
                    double[] own = Arrays.stream(sides).filter(s -> bin(least, s) == b).toArray();
                    return own[own.length / 2];
                });
        List<LineChart.Line> lines = new ArrayList<>();
        for (ErrorLine line : shown) {
            double[] values = new double[least.length];
            Arrays.setAll(values, b -> rms(line.targets(), t -> bin(least, t.side()) == b));
            lines.add(new LineChart.Line(line.name(), values, line.look(), line.strength()));
        }
        return new LineChart(
                text("title.against", text("size.title"), against.words()),
                Axis.of(text("size.axis"), "px"),
                at,
                Axis.of(text("size.rmse"), "px"),
                lines,
                List.of());
    }

    private static int bin(double[] least, double side) {
        int bin = 0;
        while (bin + 1 < least.length && side >= least[bin + 1]) {
            bin++;
        }
        return bin;
    }

    private static double rms(List<TargetErrors> targets, Predicate<TargetErrors> in) {
        return Math.sqrt(
                found(targets.stream().filter(in).toList()).stream()
                        .mapToDouble(p -> p.distance() * p.distance())
                        .average()
                        .orElse(Double.NaN));
    }

    private static List<PointError> found(List<TargetErrors> targets) {
        return targets.stream()
                .filter(TargetErrors::found)
                .flatMap(t -> t.points().stream())
                .toList();
    }

    private static ErrorCurve curve(List<TargetErrors> targets, Unit unit) {
        return unit == Unit.PIXELS
                ? PlaceErrors.curve(targets)
                : ErrorCurve.of(
                        targets.stream()
                                .filter(t -> t.side() > 0 && !t.points().isEmpty())
                                .map(TargetErrors::normalised)
                                .toList());
    }

    private static double[] steps(double most) {
        return IntStream.rangeClosed(0, PLACES).mapToDouble(i -> most * i / PLACES).toArray();
    }

    private static String key(Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ErrorCharts.class, key, arguments);
    }
}
