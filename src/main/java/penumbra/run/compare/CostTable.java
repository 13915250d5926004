package penumbra.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import penumbra.run.TrainingEvent.Started;
import penumbra.run.TrainingEvent.Step;
import penumbra.text.Texts;

/// What a step costs each method. Processor time hardly depends on what else a machine does, the
/// time by the clock does.
final class CostTable {

    private CostTable() {}

    static Table of(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : comparison.groups()) {
            rows.add(
                    List.of(
                            group.name(),
                            millions(group),
                            milliseconds(group, s -> s.cpu().orElse(Double.NaN)),
                            milliseconds(group, Step::duration),
                            milliseconds(group, Step::waited),
                            Table.number(group.spread(CostTable::memory), 0)));
        }
        return new Table(
                "cost",
                text("cost.title"),
                text("cost.note"),
                List.of(
                        text("method"),
                        text("cost.parameters"),
                        text("cost.cpu"),
                        text("cost.duration"),
                        text("cost.waited"),
                        text("cost.memory")),
                rows);
    }

    private static String millions(RunGroup group) {
        Optional<Started> start = group.runs().getFirst().record().history().started();
        return start.map(s -> String.format(Locale.ROOT, "%.3f", s.parameters() / 1e6)).orElse("");
    }

    private static String milliseconds(RunGroup group, ToDoubleFunction<Step> seconds) {
        return Table.number(group.spread(run -> 1000 * mean(run, seconds)), 0);
    }

    /// The first epoch is left out: until then code is compiled and memory is taken.
    private static double mean(ComparedRun run, ToDoubleFunction<Step> seconds) {
        DoubleStream later =
                run.record().history().steps().stream()
                        .filter(s -> s.epoch() > 1)
                        .mapToDouble(seconds);
        return later.average().orElse(Double.NaN);
    }

    private static double memory(ComparedRun run) {
        return run.record().history().steps().stream()
                .mapToDouble(Step::memory)
                .max()
                .orElse(Double.NaN);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(CostTable.class, key, arguments);
    }
}
