package penumbra.format.export;

import java.nio.file.Path;
import penumbra.format.FormatException;
import penumbra.format.Progress;
import penumbra.model.Project;

/// A form in which a project is written as a data set to train with. One file and one entry in
/// [ExportFormats#ALL] per format.
public interface ExportFormat {

    /// Stable id, as on the command line: `yolo-pose`, `coco`.
    String id();

    /// Writes the data set: the pictures as copies in `images/train` and `images/val`, the labels,
    /// and `export.json`. The destination changes as a whole or not at all. An existing folder is
    /// replaced only if it is empty or an export whose text files are unchanged; label caches of
    /// loaders in it are removed. The project and its pictures are only read.
    ///
    /// @param projectFolder what relative picture paths are relative to
    /// @param destination the folder of the data set
    /// @param progress counts the pictures looked at, then the pictures written
    /// @throws FormatException in one sentence if nothing can be exported, the destination may not
    ///   be replaced or cannot be written; then it is as it was, as it is when the progress throws
    ExportReport export(
            Project project,
            Path projectFolder,
            Path destination,
            ExportOptions options,
            Progress progress)
            throws FormatException;

    /// As above, with nobody to tell how far it has come.
    default ExportReport export(
            Project project, Path projectFolder, Path destination, ExportOptions options)
            throws FormatException {
        return export(project, projectFolder, destination, options, Progress.NONE);
    }

    /// What [#export] would report if it were called now. Writes nothing.
    ///
    /// @param progress counts the pictures looked at
    /// @throws FormatException as the export would
    ExportReport preview(
            Project project,
            Path projectFolder,
            Path destination,
            ExportOptions options,
            Progress progress)
            throws FormatException;
}
