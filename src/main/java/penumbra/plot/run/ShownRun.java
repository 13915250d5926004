package penumbra.plot.run;

import penumbra.run.RunHistory;

/// A run in a chart.
///
/// @param name as the legend has it
/// @param look which of the looks of lines it has ([penumbra.plot.Skin#rgb])
public record ShownRun(String name, RunHistory history, int look) {}
