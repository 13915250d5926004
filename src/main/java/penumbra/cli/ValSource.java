package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ProjectPictures;
import penumbra.format.export.Split;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.DatasetPaths;
import penumbra.format.yolo.LoadedPicture;
import penumbra.format.yolo.LoadedSplit;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import penumbra.text.Texts;

/// What a network is validated on: a split of a data set as a loader takes it in, or of a project
/// as an export would cut it, with the labels that it has now.
///
/// @param file data.yaml or project
/// @param notices one sentence for each picture or label that was left out
record ValSource(Path file, Schema schema, List<LoadedPicture> pictures, List<String> notices) {

    /// @param share of a project's pictures that is held back
    static ValSource read(Path data, String split, double share, Executor io, Console console)
            throws Exception {
        Path at = data.toAbsolutePath().normalize();
        if (at.toString().endsWith(ProjectFile.SUFFIX)) {
            return project(new ProjectFile(at), split, share, io, console);
        }
        DataYaml yaml =
                DataYaml.read(
                        DatasetPaths.dataYaml(at)
                                .orElseThrow(() ->
                                        new FormatException(
                                                Finding.of(
                                                        Severity.REFUSED, at, 0, "check-source"))));
        LoadedSplit loaded = LoadedSplit.read(yaml, split);
        return new ValSource(
                yaml.file(),
                ValCommand.schema(yaml),
                loaded.pictures(),
                loaded.findings().stream().map(Finding::toString).toList());
    }

    private static ValSource project(
            ProjectFile file, String split, double share, Executor io, Console console)
            throws Exception {
        Project project;
        try (ProjectStore store = OpenProject.toRead(file, io, console)) {
            project = store.project();
        }
        ProjectPictures cut =
                ProjectPictures.of(
                        project, file.folder(), ExportOptions.DEFAULTS.withValFraction(share));
        List<LoadedPicture> pictures =
                split.equals(Split.VAL.id())
                        ? cut.validation()
                        : split.equals(Split.TRAIN.id()) ? cut.training() : List.of();
        if (pictures.isEmpty()) {
            throw new CommandException(
                    Texts.of(ValSource.class, "val.no-pictures", file.path(), split));
        }
        return new ValSource(
                file.path(),
                project.schema(),
                pictures,
                cut.findings().stream()
                        .filter(f -> f.severity() != Severity.NOTE)
                        .map(Finding::toString)
                        .toList());
    }
}
