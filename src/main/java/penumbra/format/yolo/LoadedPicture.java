package penumbra.format.yolo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Size;
import penumbra.model.Target;

/// A picture of a split with its labels, as a loader takes them in.
///
/// @param size after EXIF orientation
/// @param labels picture px, rounded to 32 bits relative to the picture's side as loaders do
/// @param truth the clean truth, where a file below `truth` gives it
public record LoadedPicture(
        Path file, Size size, List<Target> labels, Optional<List<Target>> truth) {

    public LoadedPicture {
        labels = List.copyOf(labels);
        truth = truth.map(List::copyOf);
    }
}
