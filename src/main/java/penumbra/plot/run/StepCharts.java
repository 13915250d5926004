package penumbra.plot.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.run.TrainingEvent.Step;
import penumbra.text.Texts;

/// What a run tells with every batch, over its steps.
public final class StepCharts {

    private static final List<String> GROUPS = List.of("rate.biases", "rate.weights", "rate.norms");

    private StepCharts() {}

    /// The terms of the loss, gains in them.
    public static LineChart losses(ShownRun run, Axis.Scale scale) {
        List<Step> steps = run.history().steps();
        List<String> terms =
                steps.isEmpty() ? List.of() : List.copyOf(steps.getLast().losses().keySet());
        List<LineChart.Line> lines = new ArrayList<>();
        for (String term : terms) {
            lines.add(
                    line(
                            run.term(term),
                            steps,
                            s -> s.losses().getOrDefault(term, Double.NaN),
                            lines));
        }
        return chart("steps.losses", steps, Axis.of(text("loss.axis"), "1").scaled(scale), lines);
    }

    /// Of each group of parameters.
    public static LineChart learningRate(ShownRun run) {
        List<Step> steps = run.history().steps();
        int groups = steps.stream().mapToInt(s -> s.learningRates().size()).min().orElse(0);
        List<LineChart.Line> lines = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int group = g;
            String name = g < GROUPS.size() ? text(GROUPS.get(g)) : text("rate.other", g + 1);
            lines.add(line(name, steps, s -> s.learningRates().get(group), lines));
        }
        return chart("steps.rate", steps, Axis.of(text("rate.axis"), "1"), lines);
    }

    /// Pictures per second, with and without the time that a batch waited for its pictures.
    public static LineChart pace(ShownRun run) {
        List<Step> steps = run.history().steps();
        List<LineChart.Line> lines = new ArrayList<>();
        lines.add(
                line(
                        text("pace.all"),
                        steps,
                        s -> s.pictures() / (s.duration() + s.waited()),
                        lines));
        lines.add(line(text("pace.work"), steps, s -> s.pictures() / s.duration(), lines));
        return chart("steps.pace", steps, Axis.of(text("pace.axis"), text("pace.unit")), lines);
    }

    /// Resident memory.
    public static LineChart memory(ShownRun run) {
        List<Step> steps = run.history().steps();
        return chart(
                "steps.memory",
                steps,
                Axis.of(text("memory.axis"), "MiB"),
                List.of(line(text("memory.axis"), steps, Step::memory, List.of())));
    }

    private static LineChart.Line line(
            String name,
            List<Step> steps,
            ToDoubleFunction<Step> value,
            List<LineChart.Line> before) {
        return new LineChart.Line(name, steps.stream().mapToDouble(value).toArray(), before.size());
    }

    private static LineChart chart(
            String title, List<Step> steps, Axis y, List<LineChart.Line> lines) {
        double[] at = steps.stream().mapToDouble(Step::step).toArray();
        return new LineChart(text(title), Axis.of(text("step"), "1"), at, y, lines, List.of());
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(StepCharts.class, key, arguments);
    }
}
