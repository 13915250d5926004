package penumbra.model;

import java.util.List;
import penumbra.geometry.Size;

/// One picture of a project and its labels.
///
/// @param id stays the same for the life of the project; 0 before a project took the picture in
/// @param path relative to the project file's folder, or absolute, with forward slashes
/// @param size in pixels after the picture's EXIF orientation was applied
/// @param targets in the order they were labelled
/// @param note what a person wrote about the picture
public record LabelledImage(
        long id, String path, Size size, List<Target> targets, LabelState state, String note) {

    public LabelledImage {
        targets = List.copyOf(targets);
    }

    public LabelledImage withId(long newId) {
        return new LabelledImage(newId, path, size, targets, state, note);
    }

    public LabelledImage withPath(String newPath) {
        return new LabelledImage(id, newPath, size, targets, state, note);
    }

    public LabelledImage withTargets(List<Target> newTargets) {
        return new LabelledImage(id, path, size, newTargets, state, note);
    }

    public LabelledImage withState(LabelState newState, String newNote) {
        return new LabelledImage(id, path, size, targets, newState, newNote);
    }
}
