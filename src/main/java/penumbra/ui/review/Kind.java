package penumbra.ui.review;

import java.util.Locale;
import penumbra.text.Texts;

/// What is reviewed.
public enum Kind {
    /// Plates that a network proposes.
    PROPOSALS,
    /// Unlabelled pictures, the most rewarding first.
    SUGGESTED,
    /// Labels that a network doubts.
    SUSPICIOUS;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Texts.of(Kind.class, "kind." + id());
    }
}
