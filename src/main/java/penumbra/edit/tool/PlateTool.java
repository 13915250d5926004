package penumbra.edit.tool;

import java.util.List;
import penumbra.edit.LabelEdits;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// A way to make a plate with the pointer.
///
/// @param id stable name, for settings
/// @param start a tool that waits for the first press
public record PlateTool(String id, Start start) {

    /// All of them, the default first.
    public static final List<PlateTool> ALL =
            List.of(
                    new PlateTool("four-clicks", FourClicks::start),
                    new PlateTool("two-drags", TwoDrags::start));

    /// Makes the tool for plates of one class.
    @FunctionalInterface
    public interface Start {
        Tool start(LabelEdits edits, Schema schema, int classIndex);
    }

    /// Its name for a person.
    public String label() {
        return Texts.of(PlateTool.class, id + ".label");
    }
}
