package penumbra.ui.train;

import java.util.Locale;
import penumbra.text.Texts;

/// What of a run is looked at. Each page shows the cards that belong to it; that of all runs and
/// that of pictures have none.
enum Page {
    RUNS,
    OVERVIEW,
    LOSSES,
    ERRORS,
    SCORES,
    SIGMA,
    SURFACE,
    LANDSCAPE,
    PICTURES,
    MACHINE;

    String label() {
        return Texts.of(Page.class, "page." + id());
    }

    /// Stable id.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
