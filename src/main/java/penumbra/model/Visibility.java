package penumbra.model;

import java.util.Optional;

/// Visibility of a keypoint, with the codes 0, 1 and 2 of COCO.
public enum Visibility {
    /// No position is known; whatever coordinates are stored mean nothing.
    UNLABELLED,
    /// Labelled, but hidden in the picture or beyond its border.
    OCCLUDED,
    /// Labelled and seen.
    VISIBLE;

    public int code() {
        return ordinal();
    }

    public boolean labelled() {
        return this != UNLABELLED;
    }

    public static Optional<Visibility> ofCode(double code) {
        for (Visibility v : values()) {
            if (v.code() == code) {
                return Optional.of(v);
            }
        }
        return Optional.empty();
    }
}
