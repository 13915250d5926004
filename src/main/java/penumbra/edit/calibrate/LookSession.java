package penumbra.edit.calibrate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import penumbra.model.BlindLook;
import penumbra.model.LabelClass;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;

/// A second look under way: one plate after the other. Immutable; what was answered is kept by the
/// project, so that a session may end at any time and another go on from there.
///
/// @param annotator who looks
/// @param waiting plates still to be asked for, the one that is shown first
/// @param answered number of plates labelled so far
/// @param skipped number of plates passed over
public record LookSession(String annotator, List<LookTask> waiting, int answered, int skipped) {

    private static final LabelClass NO_CLASS = new LabelClass("?", "#7fd06b");

    /// @throws IllegalArgumentException if nobody is named
    public LookSession {
        if (annotator.isBlank()) {
            throw new IllegalArgumentException("a second look needs the name of who looks");
        }
        waiting = List.copyOf(waiting);
    }

    public static LookSession of(String annotator, LookSample sample) {
        return new LookSession(annotator, sample.tasks(), 0, 0);
    }

    /// The plate that is asked for; empty when all are done.
    public Optional<LookTask> current() {
        return waiting.stream().findFirst();
    }

    /// How many plates were drawn.
    public int total() {
        return answered + skipped + waiting.size();
    }

    /// What is labelled in while the plate is asked for: its picture without any label, in a schema
    /// of the same keypoints whose only class says nothing.
    ///
    /// @param project from which the plate was drawn
    public Project blind(Project project) {
        Schema schema = project.schema();
        Schema mute =
                new Schema(
                        schema.keypoints(),
                        schema.edges(),
                        schema.flip(),
                        schema.oksSigmas(),
                        List.of(NO_CLASS));
        LabelledImage image = project.image(task().imageId()).orElseThrow();
        LabelledImage bare =
                new LabelledImage(
                        image.id(),
                        image.path(),
                        image.size(),
                        List.of(),
                        LabelState.UNLABELLED,
                        "");
        return Project.of(mute, List.of(bare));
    }

    /// The look that comes of a plate drawn in the blind project. A class is not asked for, and is
    /// that of the first labels: a look measures places, in px, to which a wrong class adds
    /// nothing, and a person who has to name each plate labels fewer of them. Wrong classes are
    /// found by filter and review.
    public BlindLook look(Target drawn, Instant now) {
        Target first = task().first();
        Target second =
                new Target(
                        first.id(),
                        first.classIndex(),
                        drawn.keypoints(),
                        Optional.empty(),
                        annotator);
        return BlindLook.of(task().imageId(), now, first, second);
    }

    /// After the plate was labelled.
    public LookSession answer() {
        return new LookSession(annotator, rest(), answered + 1, skipped);
    }

    /// After the plate was passed over; it may be drawn again another time.
    public LookSession skip() {
        return new LookSession(annotator, rest(), answered, skipped + 1);
    }

    private LookTask task() {
        return current().orElseThrow();
    }

    private List<LookTask> rest() {
        return waiting.subList(1, waiting.size());
    }
}
