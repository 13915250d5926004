package penumbra.format.export;

import java.nio.file.Path;
import penumbra.format.FormatException;
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
    /// @throws FormatException in one sentence if nothing can be exported, the destination may not
    ///   be replaced or cannot be written; then it is as it was
    ExportReport export(
            Project project, Path projectFolder, Path destination, ExportOptions options)
            throws FormatException;
}
