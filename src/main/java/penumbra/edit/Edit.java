package penumbra.edit;

import java.util.Optional;
import penumbra.model.LabelledImage;
import penumbra.model.Project;

/// One change of one picture; the same record serves every kind of edit, its undo and its redo.
///
/// @param label stable id of what was done, for example `move-point`
/// @param imageId the picture it concerns
/// @param before the picture as it was; empty when the edit adds the picture
/// @param after the picture as it became; empty when the edit removes the picture
public record Edit(
        String label, long imageId, Optional<LabelledImage> before, Optional<LabelledImage> after) {

    /// @throws IllegalArgumentException if a side is another picture, or both are empty
    public Edit {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("an edit needs a before or an after");
        }
        if (before.filter(i -> i.id() != imageId).isPresent()
                || after.filter(i -> i.id() != imageId).isPresent()) {
            throw new IllegalArgumentException("an edit concerns one picture only");
        }
    }

    public static Edit change(String label, LabelledImage before, LabelledImage after) {
        return new Edit(label, before.id(), Optional.of(before), Optional.of(after));
    }

    public static Edit add(String label, LabelledImage image) {
        return new Edit(label, image.id(), Optional.empty(), Optional.of(image));
    }

    public Edit inverse() {
        return new Edit(label, imageId, after, before);
    }

    /// This edit and the one after it as one; empty unless both are typing on the same note.
    Optional<Edit> joined(Edit next) {
        boolean typing = label.equals(LabelEdits.SET_NOTE) && label.equals(next.label);
        return typing && imageId == next.imageId && after.equals(next.before)
                ? Optional.of(new Edit(label, imageId, before, next.after))
                : Optional.empty();
    }

    /// The project after this edit.
    ///
    /// @throws IllegalStateException if the project does not hold what this edit says was there
    ///   before
    public Project applyTo(Project project) {
        requireFits(project.image(imageId));
        return after.map(project::with).orElseGet(() -> project.without(imageId));
    }

    /// @throws IllegalStateException if the picture is not as this edit says it was
    void requireFits(Optional<LabelledImage> now) {
        if (!now.equals(before)) {
            throw new IllegalStateException(
                    "the edit '" + label + "' does not fit picture " + imageId + " as it is now");
        }
    }
}
