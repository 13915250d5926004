package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ProjectPictures;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;

/// A project with the labels that it has now, cut as an export would cut it.
record CutProject(ProjectFile file, Schema schema, ProjectPictures pictures) {

    static boolean isOne(Path source) {
        return source.toString().endsWith(ProjectFile.SUFFIX);
    }

    /// @param share of the pictures that is held back
    static CutProject read(Path source, double share, Executor io, Console console)
            throws Exception {
        ProjectFile file = new ProjectFile(source);
        Project project;
        try (ProjectStore store = OpenProject.toRead(file, io, console)) {
            project = store.project();
        }
        return new CutProject(
                file,
                project.schema(),
                ProjectPictures.of(
                        project, file.folder(), ExportOptions.DEFAULTS.withValFraction(share)));
    }

    /// One sentence for each picture or label that was left out.
    List<String> notices() {
        return pictures.findings().stream()
                .filter(f -> f.severity() != Severity.NOTE)
                .map(Finding::toString)
                .toList();
    }
}
