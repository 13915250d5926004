package penumbra.model;

import java.time.Instant;
import java.util.UUID;

/// A target labelled a second time by a person who did not see the first labels. Both stand here as
/// they were then, so that what is edited later changes no measurement. Kept for good.
///
/// @param id of this look
/// @param imageId the picture
/// @param time when the second labels were made
/// @param first the labels of the project at that time
/// @param second the labels made without seeing them; same id and class, `annotator` made them
public record BlindLook(UUID id, long imageId, Instant time, Target first, Target second) {

    /// @throws IllegalArgumentException if these are not labels of one target, or nobody is named
    public BlindLook {
        if (!first.id().equals(second.id())
                || first.keypoints().size() != second.keypoints().size()) {
            throw new IllegalArgumentException("a second look is at the same target");
        }
        if (second.annotator().isBlank()) {
            throw new IllegalArgumentException("a second look needs the name of who looked");
        }
    }

    /// A look with an id of its own.
    public static BlindLook of(long imageId, Instant time, Target first, Target second) {
        return new BlindLook(UUID.randomUUID(), imageId, time, first, second);
    }

    public String annotator() {
        return second.annotator();
    }
}
