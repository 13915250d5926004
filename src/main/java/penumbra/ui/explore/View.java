package penumbra.ui.explore;

import java.util.Locale;
import penumbra.text.Texts;

/// What is looked at.
public enum View {
    /// Along a line through the label.
    SECTION,
    /// Over predicted positions.
    SURFACE,
    /// All points of the plate moved at once.
    TARGET,
    /// The deviation of labels, and the figures of the source.
    SIGMA;

    public String label() {
        return Texts.of(View.class, "view." + id());
    }

    /// Stable id.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
