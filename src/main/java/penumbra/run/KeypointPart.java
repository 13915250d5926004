package penumbra.run;

import java.util.Locale;
import penumbra.text.Texts;

/// Which keypoints a number is about.
public enum KeypointPart {
    ALL,

    /// Labelled, and to be seen in the picture.
    VISIBLE,

    /// Labelled, but hidden by something.
    OCCLUDED;

    /// Stable name in files.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// In words: `occluded keypoints`.
    public String words() {
        return Texts.of(KeypointPart.class, "part." + id());
    }
}
