package penumbra.edit;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;

/// What is done, undone and redone at once: edits of pictures, in order, and the schema before and
/// after them. A gesture is a step of one edit, an import one of many.
public record Step(Schema before, Schema after, List<Edit> edits) {

    /// @throws IllegalArgumentException if there is no edit
    public Step {
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("a step needs an edit");
        }
        edits = List.copyOf(edits);
    }

    /// One edit that leaves the schema as it is.
    public static Step of(Schema schema, Edit edit) {
        return new Step(schema, schema, List.of(edit));
    }

    public boolean changesSchema() {
        return !before.equals(after);
    }

    public Step inverse() {
        return new Step(after, before, edits.reversed().stream().map(Edit::inverse).toList());
    }

    /// The project after this step.
    ///
    /// @throws IllegalStateException if the project does not hold what this step says was there
    ///   before
    public Project applyTo(Project project) {
        if (!project.schema().equals(before)) {
            throw new IllegalStateException("the schema is another one now");
        }
        if (edits.size() == 1 && !changesSchema()) {
            return edits.getFirst().applyTo(project);
        }
        TreeMap<Long, LabelledImage> images = new TreeMap<>();
        project.images().forEach(image -> images.put(image.id(), image));
        for (Edit edit : edits) {
            edit.requireFits(Optional.ofNullable(images.get(edit.imageId())));
            edit.after()
                    .ifPresentOrElse(
                            image -> images.put(image.id(), image),
                            () -> images.remove(edit.imageId()));
        }
        return Project.of(after, List.copyOf(images.values()));
    }
}
