package penumbra.plot.run;

import penumbra.run.RunHistory;
import penumbra.run.RunRecord;
import penumbra.text.Texts;

/// A run in a chart.
///
/// @param name as the legend has it
/// @param look which of the looks of lines it has ([penumbra.plot.Skin#rgb])
/// @param maps whether it learns heat maps, whose loss has other terms than the pose head's
public record ShownRun(String name, RunHistory history, int look, boolean maps) {

    /// A run by its own name.
    ///
    /// @param history of it, as far as it is shown
    public static ShownRun of(RunRecord record, RunHistory history, int look) {
        return new ShownRun(record.name(), history, look, record.preset().isPresent());
    }

    /// What a term of its loss is called; those of the pose head as they are in files.
    String term(String id) {
        return maps ? Texts.of(ShownRun.class, "term." + id) : id;
    }
}
