package penumbra.format.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.format.Progress;
import penumbra.format.yolo.LoadedPicture;
import penumbra.model.Project;
import penumbra.model.Target;

/// The pictures of a project as an export would take them in, without writing them: the same
/// pictures, targets and split, labels in full precision.
///
/// @param findings what was noticed and what was done about it
public record ProjectPictures(
        List<LoadedPicture> training, List<LoadedPicture> validation, List<Finding> findings) {

    public ProjectPictures {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        findings = List.copyOf(findings);
    }

    /// @param folder what relative picture paths are relative to
    public static ProjectPictures of(Project project, Path folder, ExportOptions options) {
        ExportPlan plan = new ExportPlanner(project, folder, options).plan(Progress.NONE);
        List<LoadedPicture> training = new ArrayList<>();
        List<LoadedPicture> validation = new ArrayList<>();
        for (ExportPlan.Picture picture : plan.pictures()) {
            (picture.split() == Split.TRAIN ? training : validation).add(loaded(picture));
        }
        return new ProjectPictures(training, validation, plan.findings());
    }

    private static LoadedPicture loaded(ExportPlan.Picture picture) {
        List<Target> targets =
                picture.targets().stream()
                        .map(t ->
                                Target.of(t.classIndex(), t.keypoints(), Optional.of(t.box()), ""))
                        .toList();
        return new LoadedPicture(
                picture.source(), picture.image().size(), targets, Optional.empty());
    }
}
