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

    /// @throws IllegalArgumentException if there is no edit and no other schema
    public Step {
        if (edits.isEmpty() && before.equals(after)) {
            throw new IllegalArgumentException("a step needs an edit or another schema");
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

    /// This step and the one after it as one; empty unless both are typing on the same note.
    Optional<Step> joined(Step next) {
        return edits.size() == 1 && next.edits.size() == 1 && before.equals(next.after)
                ? edits.getFirst()
                        .joined(next.edits.getFirst())
                        .map(edit -> new Step(before, after, List.of(edit)))
                : Optional.empty();
    }

    /// Whether it leaves everything as it was.
    boolean idle() {
        return !changesSchema() && edits.stream().allMatch(e -> e.before().equals(e.after()));
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
