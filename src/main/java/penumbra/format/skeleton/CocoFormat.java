package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.OptionalInt;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `coco`: COCO keypoints JSON, a file or a folder of such files.
///
/// Read are `categories` (keypoints, skeleton), `images` and `annotations` (keypoints with
/// visibility 0, 1, 2; bbox as it stands); `segmentation` is left out, a crowd is refused.
/// Coordinates are picture px and taken as written: no half pixel is added or taken away, though
/// tools differ in whether a pixel's centre is .0 or .5. A point with visibility 0 has no position.
/// Skeleton pairs count from 1 as in the standard, or from 0 as some tools write. Pictures are
/// looked for beside the file, in `images/` and in `images/SPLIT/` for a file called
/// `..._SPLIT.json`.
///
/// Source: the "Keypoint Detection" section of the COCO data format description (2017).
public record CocoFormat() implements LabelFormat {

    @Override
    public String id() {
        return "coco";
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return AnnotationSource.read(
                source, "json", OptionalInt.empty(), annotator, CocoFile::parse);
    }
}
