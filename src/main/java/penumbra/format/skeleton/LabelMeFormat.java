package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.OptionalInt;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;
import penumbra.model.Schema;

/// `labelme`: one JSON per picture, a file or a folder of such files.
///
/// A target is either the `point` shapes that share a `group_id`, their labels the names of the
/// keypoints, with a `rectangle` of that group for its class and box; or one `polygon` or
/// `linestrip` with as many points as a target has, its label the class (four where the source
/// names no keypoints). Every other shape is refused. Coordinates are picture px, as written;
/// points outside the picture are kept as occluded. `imagePath` is relative to the JSON;
/// `imageData` is not read.
///
/// Source: the JSON that labelme 4 and 5 write.
public record LabelMeFormat() implements LabelFormat {

    @Override
    public String id() {
        return "labelme";
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return AnnotationSource.read(
                source,
                "json",
                OptionalInt.of(Schema.ARMOR_PLATE.keypointCount()),
                annotator,
                LabelMeFile::parse);
    }
}
