package penumbra.format;

import java.nio.file.Path;

/// A way in which other tools write labels. One file and one entry in [Formats#ALL] per format.
public interface LabelFormat {

    /// Stable id, as on the command line: `yolo-pose`, `sjtu9`, `coco`.
    String id();

    /// Reads every label of the source. A bad line becomes a finding and the rest is read on; only
    /// a source that cannot be read at all throws. Never writes anything.
    ///
    /// @param source a file or a folder
    /// @param annotator who is named as annotator of targets for which the source names nobody
    /// @throws FormatException naming file, line and rule
    LabelSet read(Path source, String annotator) throws FormatException;
}
