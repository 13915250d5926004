package penumbra.plot.run;

import java.util.List;
import penumbra.run.RunHistory;

/// A method that was trained several times, in a chart.
///
/// @param look which of the looks of lines it has ([penumbra.plot.Skin#rgb])
public record ShownMethod(String name, List<RunHistory> runs, int look) {

    public ShownMethod {
        runs = List.copyOf(runs);
    }
}
