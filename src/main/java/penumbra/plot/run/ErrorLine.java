package penumbra.plot.run;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.metric.TargetErrors;

/// The errors of a run, an epoch or a group of runs, as one line of a chart.
///
/// @param look which of the looks of lines it has ([penumbra.plot.Skin#rgb])
/// @param strength below 1 for what lies behind ([penumbra.plot.LineChart.Line])
public record ErrorLine(String name, List<TargetErrors> targets, int look, double strength) {

    private static final double OLDEST = 0.15;
    private static final double EARLIER = 0.6;

    public ErrorLine {
        targets = List.copyOf(targets);
    }

    public ErrorLine(String name, List<TargetErrors> targets, int look) {
        this(name, targets, look, 1);
    }

    /// Another run beside the one that is looked at.
    public ErrorLine dashed() {
        return new ErrorLine(name, targets, Looks.dashed(look), strength);
    }

    /// The newest as it is, those before it the fainter the older they are.
    ///
    /// @param epochs from old to new
    public static List<ErrorLine> fading(List<ErrorLine> epochs) {
        int last = epochs.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> i == last ? epochs.get(i) : epochs.get(i).faint(i, last))
                .toList();
    }

    private ErrorLine faint(int place, int count) {
        double share = (place + 1.0) / count;
        return new ErrorLine(name, targets, look, OLDEST + (EARLIER - OLDEST) * share);
    }
}
