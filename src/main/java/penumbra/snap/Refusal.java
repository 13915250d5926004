package penumbra.snap;

import penumbra.text.Texts;

/// Why an endpoint was not moved.
public enum Refusal {
    /// An end of the bar has no position.
    UNLABELLED,
    /// Nothing glows there in the plate's colour.
    NO_LIGHT,
    /// What glows there is longer or wider than the bar that was labelled.
    MERGED,
    /// What glows there is too small to have a direction.
    TOO_SHORT,
    /// Two lights are about as near, or the light lies another way than the label.
    AMBIGUOUS,
    /// The light does not look like a bar, or its ends cannot be told well enough.
    UNCERTAIN,
    /// The end is hidden or lies beyond the border of the picture.
    END_UNSEEN;

    /// One sentence for a person.
    public String sentence() {
        return Texts.of(Refusal.class, "refusal." + name());
    }
}
