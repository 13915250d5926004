package penumbra.ui.train;

import java.util.Locale;
import penumbra.text.Texts;

/// What of a run is looked at; each page shows the cards that belong to it.
enum Page {
    OVERVIEW,
    LOSSES,
    ERRORS,
    SCORES,
    SIGMA,
    SURFACE,
    MACHINE;

    String label() {
        return Texts.of(Page.class, "page." + id());
    }

    /// Stable id.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
