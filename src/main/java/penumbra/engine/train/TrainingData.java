package penumbra.engine.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import penumbra.format.yolo.LoadedPicture;
import penumbra.model.LabelClass;
import penumbra.model.Schema;
import penumbra.model.Target;
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

    /// The same with all classes in one, named `object`: what is looked for is where, not what.
    public TrainingData asOneClass() {
        return new TrainingData(
                root,
                new Schema(
                        schema.keypoints(),
                        schema.edges(),
                        schema.flip(),
                        schema.oksSigmas(),
                        List.of(new LabelClass("object", schema.classes().getFirst().colour())),
                        schema.noise()),
                dims,
                flip,
                training.stream().map(TrainingData::asOneClass).toList(),
                validation.stream().map(TrainingData::asOneClass).toList(),
                notices);
    }

    private static LoadedPicture asOneClass(LoadedPicture picture) {
        UnaryOperator<List<Target>> one =
                targets -> targets.stream().map(t -> t.withClassIndex(0)).toList();
        return new LoadedPicture(
                picture.file(),
                picture.size(),
                one.apply(picture.labels()),
                picture.truth().map(one));
    }

    /// Whether clean truth is known for a picture that is held back.
    boolean hasTruth() {
        return validation.stream().anyMatch(p -> p.truth().isPresent());
    }

    static Part part(List<LoadedPicture> pictures) {
        return new Part(pictures.size(), pictures.stream().mapToInt(p -> p.labels().size()).sum());
    }
}
