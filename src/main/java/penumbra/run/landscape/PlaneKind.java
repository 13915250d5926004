package penumbra.run.landscape;

import java.util.Locale;
import penumbra.text.Texts;

/// Which plane through the weights.
public enum PlaneKind {
    /// Along two random directions, each filter as long as the filter of the weights.
    RANDOM,

    /// Along the two principal axes of the training path.
    PATH;

    /// Stable id.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return Texts.of(PlaneKind.class, "plane." + id());
    }
}
