package penumbra.engine.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.format.yolo.LoadedPicture;
import penumbra.model.Schema;
import penumbra.run.TrainingEvent.Part;

/// What a run learns from, read when it starts.
///
/// @param root that pictures are named from
/// @param dims numbers of a keypoint: 3 with visibility, 2 without
/// @param flip for each keypoint the one whose place it takes in a mirror; empty when pictures are
///   never mirrored
/// @param training pictures and labels to learn from
/// @param validation those held back; may be empty
/// @param notices one sentence for each picture that was left out
public record TrainingData(
        Path root,
        Schema schema,
        int dims,
        Optional<List<Integer>> flip,
        List<LoadedPicture> training,
        List<LoadedPicture> validation,
        List<String> notices) {

    public TrainingData {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        notices = List.copyOf(notices);
    }

    /// Whether clean truth is known for a picture that is held back.
    boolean hasTruth() {
        return validation.stream().anyMatch(p -> p.truth().isPresent());
    }

    static Part part(List<LoadedPicture> pictures) {
        return new Part(pictures.size(), pictures.stream().mapToInt(p -> p.labels().size()).sum());
    }
}
