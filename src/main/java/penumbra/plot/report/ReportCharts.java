package penumbra.plot.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import penumbra.plot.Chart;
import penumbra.plot.run.EpochCharts;
import penumbra.plot.run.ErrorCharts;
import penumbra.plot.run.ErrorLine;
import penumbra.plot.run.ShownMethod;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.RunGroup;

/// The charts of a comparison. A method has the same colour in all of them.
public final class ReportCharts {

    private ReportCharts() {}

    /// By the names of their files, without ending, in the order in which they are read.
    public static SequencedMap<String, Chart> of(Comparison comparison) {
        SequencedMap<String, Chart> charts = new LinkedHashMap<>();
        List<RunGroup> groups = comparison.groups();
        List<ShownMethod> methods =
                IntStream.range(0, groups.size()).mapToObj(i -> shown(groups.get(i), i)).toList();
        for (Against against : comparison.references()) {
            String end = "-" + against.name().toLowerCase(Locale.ROOT);
            List<ErrorLine> lines =
                    IntStream.range(0, groups.size())
                            .mapToObj(i -> line(groups.get(i), against, i))
                            .filter(line -> !line.targets().isEmpty())
                            .toList();
            if (!lines.isEmpty()) {
                charts.put(
                        "ced" + end,
                        ErrorCharts.cumulative(lines, ErrorCharts.Unit.PIXELS, against));
                charts.put(
                        "ced-nme" + end,
                        ErrorCharts.cumulative(lines, ErrorCharts.Unit.NORMALISED, against));
                charts.put("parts" + end, ErrorCharts.parts(lines, against));
                charts.put("size" + end, ErrorCharts.bySize(lines, against));
            }
            charts.put("rmse" + end, EpochCharts.methods(methods, EpochMeasure.RMSE, against));
            charts.put("auc" + end, EpochCharts.methods(methods, EpochMeasure.AUC, against));
        }
        charts.put("pose-map", EpochCharts.methods(methods, EpochMeasure.POSE_MAP, Against.LABELS));
        charts.put("box-map", EpochCharts.methods(methods, EpochMeasure.BOX_MAP, Against.LABELS));
        return charts;
    }

    private static ShownMethod shown(RunGroup group, int look) {
        return new ShownMethod(
                group.name(), group.runs().stream().map(r -> r.record().history()).toList(), look);
    }

    private static ErrorLine line(RunGroup group, Against against, int look) {
        return new ErrorLine(group.name(), group.errors(against), look);
    }
}
