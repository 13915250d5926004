package penumbra.run;

import java.util.Locale;
import java.util.Optional;
import penumbra.text.Texts;

/// What errors are measured against.
public enum Against {
    /// What people labelled, with the noise of their labels.
    LABELS,

    /// Where the points are, known of rendered scenes.
    TRUTH;

    /// The errors of a validation; empty where the truth is not known.
    public Optional<TrainingEvent.Errors> of(TrainingEvent.Validation validation) {
        return this == TRUTH ? validation.truth() : Optional.of(validation.labels());
    }

    /// In words that follow a name: `against the labels`.
    public String words() {
        return Texts.of(Against.class, "against." + name().toLowerCase(Locale.ROOT));
    }
}
