package penumbra.format.export;

import java.util.Locale;

/// A part of an exported data set.
public enum Split {
    /// Trained with.
    TRAIN,
    /// Held back to measure.
    VAL;

    /// `train` or `val`, as in folder names and data.yaml.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
