package penumbra.plot.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import penumbra.metric.Better;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent.Epoch;
import penumbra.run.TrainingEvent.Sigmas;
import penumbra.text.Texts;

/// What runs tell once an epoch, over the epochs. The best value of a line is a dot.
public final class EpochCharts {

    private static final double FAINT = 0.3;

    private EpochCharts() {}

    /// One measure of several runs.
    public static LineChart runs(List<ShownRun> runs, EpochMeasure measure, Against against) {
        double[] at = epochs(runs);
        List<LineChart.Line> lines = new ArrayList<>();
        for (ShownRun run : runs) {
            double[] values = values(at, run, e -> value(e, measure, against));
            lines.add(new LineChart.Line(run.name(), values, run.look()));
            best(at, values, measure.better())
                    .ifPresent(b -> lines.add(dot(at, values, b, run.name(), run.look())));
        }
        return chart(title(measure, against), at, Axis.of(measure.title(), measure.unit()), lines);
    }

    /// One measure of several methods: the mean of the runs of each, and its runs faintly.
    public static LineChart methods(
            List<ShownMethod> methods, EpochMeasure measure, Against against) {
        double[] at =
                epochs(
                        methods.stream()
                                .flatMap(m -> m.runs().stream())
                                .map(h -> new ShownRun("", h, 0, false))
                                .toList());
        List<LineChart.Line> faint = new ArrayList<>();
        List<LineChart.Line> strong = new ArrayList<>();
        for (ShownMethod method : methods) {
            List<double[]> each = new ArrayList<>();
            for (RunHistory history : method.runs()) {
                ShownRun run = new ShownRun(method.name(), history, method.look(), false);
                each.add(values(at, run, e -> value(e, measure, against)));
            }
            if (each.size() > 1) {
                each.forEach(
                        v -> faint.add(new LineChart.Line(method.name(), v, method.look(), FAINT)));
            }
            double[] mean = new double[at.length];
            Arrays.setAll(
                    mean,
                    i ->
                            each.stream()
                                    .mapToDouble(v -> v[i])
                                    .filter(Double::isFinite)
                                    .average()
                                    .orElse(Double.NaN));
            strong.add(new LineChart.Line(method.name(), mean, method.look()));
        }
        faint.addAll(strong);
        return chart(title(measure, against), at, Axis.of(measure.title(), measure.unit()), faint);
    }

    /// Several measures of one run, all of the same unit.
    ///
    /// @throws IllegalArgumentException if their units differ or there is none
    public static LineChart measures(ShownRun run, List<EpochMeasure> measures, Against against) {
        List<String> units = measures.stream().map(EpochMeasure::unit).distinct().toList();
        if (units.size() != 1) {
            throw new IllegalArgumentException("one axis for units " + units);
        }
        double[] at = epochs(List.of(run));
        List<LineChart.Line> lines = new ArrayList<>();
        for (EpochMeasure measure : measures) {
            int look = lines.size();
            double[] values = values(at, run, e -> value(e, measure, against));
            lines.add(new LineChart.Line(measure.title(), values, look));
        }
        for (int i = 0; i < measures.size(); i++) {
            LineChart.Line line = lines.get(i);
            double[] values = line.values();
            best(at, values, measures.get(i).better())
                    .ifPresent(b -> lines.add(dot(at, values, b, line.label(), line.look())));
        }
        boolean errors = measures.stream().anyMatch(EpochMeasure::isOfErrors);
        String title = measures.size() == 1 ? measures.getFirst().title() : text("measures.title");
        return chart(
                errors ? text("title.against", title, against.words()) : title,
                at,
                Axis.of(text("measures.axis"), units.getFirst()),
                lines);
    }

    /// The terms of the loss, training drawn through and validation dashed. Gains are in them, so
    /// runs of unlike losses are not to be compared by them.
    public static LineChart losses(ShownRun run, Axis.Scale scale) {
        double[] at = epochs(List.of(run));
        List<LineChart.Line> lines = new ArrayList<>();
        List<String> terms =
                run.history().epochs().stream()
                        .flatMap(e -> e.training().keySet().stream())
                        .distinct()
                        .toList();
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            lines.add(
                    new LineChart.Line(
                            text("loss.training", run.term(term)),
                            values(at, run, e -> e.training().getOrDefault(term, Double.NaN)),
                            i));
            double[] validation =
                    values(
                            at,
                            run,
                            e ->
                                    e.validation()
                                            .map(v -> v.losses().getOrDefault(term, Double.NaN))
                                            .orElse(Double.NaN));
            if (Arrays.stream(validation).anyMatch(Double::isFinite)) {
                lines.add(
                        new LineChart.Line(
                                text("loss.validation", run.term(term)),
                                validation,
                                Looks.dashed(i)));
            }
        }
        Axis axis = Axis.of(text("loss.axis"), "1").scaled(scale);
        LineChart chart = chart(text("losses.title"), at, axis, lines);
        return run.history()
                .best()
                .map(b -> marked(chart, b.epoch(), text("best.weights")))
                .orElse(chart);
    }

    /// The sigmas that a schedule drives, a line for each keypoint; without lines where there is no
    /// schedule.
    public static LineChart sigmas(ShownRun run) {
        List<Sigmas> told = run.history().sigmas();
        List<String> names = run.history().started().map(s -> s.keypoints()).orElse(List.of());
        double[] at = told.stream().mapToDouble(Sigmas::epoch).toArray();
        int count = told.stream().mapToInt(s -> s.keypoints().size()).min().orElse(0);
        List<LineChart.Line> lines = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int keypoint = k;
            lines.add(
                    new LineChart.Line(
                            k < names.size() ? names.get(k) : Integer.toString(k + 1),
                            told.stream()
                                    .mapToDouble(s -> s.keypoints().get(keypoint).sigma())
                                    .toArray(),
                            k));
        }
        String unit = told.isEmpty() ? "px" : told.getLast().unit();
        return chart(text("sigmas.title"), at, Axis.of(text("sigmas.axis"), unit), lines);
    }

    private static double value(Epoch epoch, EpochMeasure measure, Against against) {
        return epoch.validation().map(v -> measure.of(v, against)).orElse(Double.NaN);
    }

    private static double[] epochs(List<ShownRun> runs) {
        int last =
                runs.stream()
                        .flatMap(r -> r.history().epochs().stream())
                        .mapToInt(Epoch::epoch)
                        .max()
                        .orElse(0);
        double[] at = new double[last];
        Arrays.setAll(at, i -> i + 1);
        return at;
    }

    private static double[] values(double[] at, ShownRun run, ToDoubleFunction<Epoch> value) {
        double[] values = new double[at.length];
        Arrays.fill(values, Double.NaN);
        for (Epoch epoch : run.history().epochs()) {
            values[epoch.epoch() - 1] = value.applyAsDouble(epoch);
        }
        return values;
    }

    private static Optional<Integer> best(double[] at, double[] values, Better better) {
        Comparator<Integer> order = Comparator.comparingDouble(i -> values[i]);
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            if (Double.isFinite(values[i])) {
                known.add(i);
            }
        }
        return better == Better.LOWER
                ? known.stream().min(order)
                : known.stream().max(order.thenComparing(Comparator.reverseOrder()));
    }

    private static LineChart.Line dot(
            double[] at, double[] values, int place, String name, int look) {
        double[] alone = new double[values.length];
        Arrays.fill(alone, Double.NaN);
        alone[place] = values[place];
        return new LineChart.Line(
                text("best.of", name, values[place], (int) at[place]), alone, look);
    }

    private static String title(EpochMeasure measure, Against against) {
        String name = measure.title();
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return measure.isOfErrors() ? text("title.against", title, against.words()) : title;
    }

    private static LineChart chart(String title, double[] at, Axis y, List<LineChart.Line> lines) {
        return new LineChart(title, Axis.of(text("epoch"), "1"), at, y, lines, List.of());
    }

    private static LineChart marked(LineChart chart, double at, String label) {
        return new LineChart(
                chart.title(),
                chart.x(),
                chart.at(),
                chart.y(),
                chart.lines(),
                List.of(new LineChart.Mark(at, label)));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(EpochCharts.class, key, arguments);
    }
}
