package penumbra.format.export;

import java.nio.file.Path;
import java.util.List;
import penumbra.format.Finding;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

/// What an export will write, before anything is written.
///
/// @param findings what was noticed and what was done about it
record ExportPlan(Schema schema, List<Picture> pictures, List<Finding> findings) {

    /// A picture to be exported.
    ///
    /// @param source the file to be copied
    /// @param name its name in the data set, whose stem no other picture has
    record Picture(
            LabelledImage image,
            Path source,
            Split split,
            String name,
            List<ExportTarget> targets) {

        /// `images/train/NAME`.
        String file() {
            return "images/" + split.id() + "/" + name;
        }
    }
}
