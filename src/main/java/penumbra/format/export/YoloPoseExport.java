package penumbra.format.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.Progress;
import penumbra.format.yolo.KeypointShape;
import penumbra.format.yolo.LoaderLabels;
import penumbra.model.Keypoint;
import penumbra.model.Project;
import penumbra.model.Visibility;

/// YOLO pose data set: `images/`, `labels/`, `data.yaml`.
///
/// A number is the shortest decimal that reads back as the same double. With three dimensions a
/// keypoint that is not labelled is written with v = 0 and its stored coordinates, 0 0 where it has
/// none inside the picture. With two dimensions there is no v: a loader takes a point for absent
/// when a coordinate is negative and accepts -0.01 at the least, so such a keypoint is written as
/// -0.005 -0.005, and an occluded one cannot be told from a visible one; the report says so. (A
/// loader of version 8.2 drops pictures with negative values.)
public final class YoloPoseExport implements ExportFormat {

    @Override
    public String id() {
        return "yolo-pose";
    }

    @Override
    public ExportReport export(
            Project project,
            Path projectFolder,
            Path destination,
            ExportOptions options,
            Progress progress)
            throws FormatException {
        return writer(projectFolder, destination, options).write(project, progress);
    }

    @Override
    public ExportReport preview(
            Project project,
            Path projectFolder,
            Path destination,
            ExportOptions options,
            Progress progress)
            throws FormatException {
        return writer(projectFolder, destination, options).preview(project, progress);
    }

    private DatasetWriter writer(Path projectFolder, Path destination, ExportOptions options) {
        return new DatasetWriter(
                id(),
                projectFolder,
                destination,
                options,
                (plan, findings) ->
                        texts(
                                plan,
                                options.keypointDimensions(),
                                destination.toAbsolutePath().normalize(),
                                findings));
    }

    private static Map<String, byte[]> texts(
            ExportPlan plan, int dimensions, Path place, List<Finding> findings) {
        KeypointShape shape = new KeypointShape(plan.schema().keypointCount(), dimensions);
        LoaderLabels loader = new LoaderLabels(shape, plan.schema().classes().size());
        Map<String, byte[]> texts = new TreeMap<>();
        for (ExportPlan.Picture picture : plan.pictures()) {
            String name = labelName(picture);
            byte[] content =
                    YoloPoseText.lines(picture.targets(), picture.image().size(), dimensions);
            texts.put(name, content);
            preflight(loader.judge(content), place.resolve(name), findings);
            if (dimensions == 2) {
                losses(picture, place.resolve(name), findings);
            }
        }
        texts.put("data.yaml", DataYamlText.of(plan.schema(), shape));
        return texts;
    }

    private static String labelName(ExportPlan.Picture picture) {
        String name = picture.name();
        return "labels/%s/%s.txt"
                .formatted(picture.split().id(), name.substring(0, name.lastIndexOf('.')));
    }

    /// What a loader will say of a file that is about to be written.
    private static void preflight(
            LoaderLabels.Judgement judgement, Path file, List<Finding> findings) {
        if (judgement.rejection().isPresent()) {
            throw new IllegalStateException(
                    file + " would be dropped: " + judgement.rejection().get());
        }
        if (judgement.duplicates() > 0) {
            findings.add(
                    Finding.of(
                            Severity.WARNING,
                            file,
                            0,
                            "check-duplicate-rows",
                            judgement.duplicates()));
        }
    }

    private static void losses(ExportPlan.Picture picture, Path file, List<Finding> findings) {
        for (int i = 0; i < picture.targets().size(); i++) {
            List<Keypoint> points = picture.targets().get(i).keypoints();
            long occluded =
                    points.stream().filter(p -> p.visibility() == Visibility.OCCLUDED).count();
            long absent = points.stream().filter(p -> !p.labelled()).count();
            if (occluded > 0) {
                findings.add(
                        Finding.of(
                                Severity.WARNING, file, i + 1, "export-occluded-lost", occluded));
            }
            if (absent > 0) {
                findings.add(
                        Finding.of(Severity.NOTE, file, i + 1, "export-absent-marked", absent));
            }
        }
    }
}
