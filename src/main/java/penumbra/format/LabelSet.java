package penumbra.format;

import java.util.List;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

/// What a label source holds.
///
/// @param schema keypoints and classes that the class indices of the targets refer to
/// @param declared whether the source itself states that schema (a data.yaml does, a bare folder
///   does not)
/// @param images pictures with absolute paths, size and labels, in natural order within each file
///   or split of the source; their ids are 0. A picture without labels is listed too
/// @param findings what was noticed, every refused line among it
public record LabelSet(
        Schema schema, boolean declared, List<LabelledImage> images, List<Finding> findings) {

    public LabelSet {
        images = List.copyOf(images);
        findings = List.copyOf(findings);
    }

    public int targetCount() {
        return images.stream().mapToInt(i -> i.targets().size()).sum();
    }
}
