package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.OptionalInt;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `datumaro`: the JSON of a Datumaro data set, a file or a folder with such files.
///
/// Read are `skeleton` annotations: `points` as `x y v` in the order of the skeleton's `labels`, or
/// `elements` with points, visibility and label of their own. Visibility 0 absent, 1 hidden, 2
/// visible. `image.size` is height, then width. Coordinates are picture px, as written. Pictures
/// are looked for in `images/` and `images/SUBSET/` beside the file's folder, SUBSET being the
/// file's name. Other annotations are refused.
///
/// Source: the "datumaro" format of the Datumaro framework, version 1.
public record DatumaroFormat() implements LabelFormat {

    @Override
    public String id() {
        return "datumaro";
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return AnnotationSource.read(
                source, "json", OptionalInt.empty(), annotator, DatumaroFile::parse);
    }
}
