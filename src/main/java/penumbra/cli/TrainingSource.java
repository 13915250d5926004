package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import penumbra.engine.train.TrainingData;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ProjectPictures;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.DatasetPaths;
import penumbra.format.yolo.LoadedSplit;
import penumbra.model.Project;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import penumbra.text.Texts;

/// What `penumbra train` learns from: a data set as a loader takes it in, or a project with the
/// labels that it has now.
final class TrainingSource {

    private TrainingSource() {}

    /// @param val share of a project's pictures that is held back
    static TrainingData read(Path source, double val, Executor io, Console console)
            throws Exception {
        Path at = source.toAbsolutePath().normalize();
        return at.toString().endsWith(ProjectFile.SUFFIX)
                ? project(new ProjectFile(at), val, io, console)
                : dataSet(
                        DatasetPaths.dataYaml(at)
                                .orElseThrow(() ->
                                        new FormatException(
                                                Finding.of(
                                                        Severity.REFUSED, at, 0, "check-source"))));
    }

    private static TrainingData dataSet(Path file) throws FormatException {
        DataYaml yaml = DataYaml.read(file);
        LoadedSplit training = LoadedSplit.read(yaml, "train");
        LoadedSplit validation = LoadedSplit.read(yaml, "val");
        return new TrainingData(
                yaml.root().toAbsolutePath().normalize(),
                ValCommand.schema(yaml),
                yaml.shape().dimensions(),
                yaml.flip(),
                training.pictures(),
                validation.pictures(),
                sentences(List.of(training.findings(), validation.findings())));
    }

    private static TrainingData project(ProjectFile file, double val, Executor io, Console console)
            throws Exception {
        Project project;
        try (ProjectStore store = OpenProject.toRead(file, io, console)) {
            project = store.project();
        }
        ProjectPictures pictures =
                ProjectPictures.of(
                        project, file.folder(), ExportOptions.DEFAULTS.withValFraction(val));
        if (pictures.training().isEmpty()) {
            throw new CommandException(
                    Texts.of(TrainingSource.class, "train.no-pictures", file.path()));
        }
        return new TrainingData(
                file.folder(),
                project.schema(),
                3,
                Optional.of(project.schema().flip()),
                pictures.training(),
                pictures.validation(),
                sentences(List.of(pictures.findings())));
    }

    private static List<String> sentences(List<List<Finding>> findings) {
        return findings.stream()
                .flatMap(List::stream)
                .filter(f -> f.severity() != Severity.NOTE)
                .map(Finding::toString)
                .toList();
    }
}
