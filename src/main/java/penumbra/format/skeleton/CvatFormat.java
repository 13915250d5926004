package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.OptionalInt;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `cvat`: CVAT XML 1.1 for images or for video, a file or a folder with such files.
///
/// Read are skeletons: their points by name, `outside="1"` unlabelled, `occluded="1"` occluded,
/// else visible even beyond the picture's border, since the file says so. A box of the same group
/// is the target's box. Video tracks are taken frame by frame as the file gives them, interpolated
/// frames included; the pictures of a video are called `frame_000010.png` (or another picture
/// type). Every other shape is refused. Coordinates are picture px, as written.
///
/// Source: "CVAT for image" and "CVAT for video" 1.1 in the CVAT manual.
public record CvatFormat() implements LabelFormat {

    @Override
    public String id() {
        return "cvat";
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return AnnotationSource.read(
                source, "xml", OptionalInt.empty(), annotator, CvatFile::parse);
    }
}
