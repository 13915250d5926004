package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.OptionalInt;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `label-studio`: the JSON export of Label Studio with key points, a file or a folder of such
/// files.
///
/// `x` and `y` are percent of `original_width` and `original_height`; in picture px `x * width /
/// 100`. A target is a rectangle, its label the class, with the key points that name it as parent,
/// that a relation joins to it, or that lie in it and in no other; without any rectangle all points
/// are one target of unknown class. Points outside the picture are kept as occluded. Where a task
/// has several annotations the one marked as ground truth is read, else the first that was not
/// cancelled; predictions are not read. A turned rectangle cannot be kept as a box; a turned
/// picture is refused.
///
/// Source: the "JSON" export of Label Studio 1.x (not JSON-MIN).
public record LabelStudioFormat() implements LabelFormat {

    @Override
    public String id() {
        return "label-studio";
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return AnnotationSource.read(
                source, "json", OptionalInt.empty(), annotator, LabelStudioFile::parse);
    }
}
