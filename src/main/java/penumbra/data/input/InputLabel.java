package penumbra.data.input;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

/// A labelled object in the frame of a network's input.
///
/// @param box input px
/// @param keypoints input px, in the schema's order; the place of an unlabelled one means nothing
/// @param annotated the same as a person labelled them: those that augmentation pushed out of the
///   picture are still here, at the place they were carried to. The size of an object is read from
///   these, so that it does not jump where the border cuts a point off
/// @param zoom input px for one px of the picture that was annotated, above 0
public record InputLabel(
        int classIndex, Box box, List<Keypoint> keypoints, List<Keypoint> annotated, double zoom) {

    /// @throws IllegalArgumentException if the two lists differ in length or zoom is not above 0
    public InputLabel {
        keypoints = List.copyOf(keypoints);
        annotated = List.copyOf(annotated);
        if (annotated.size() != keypoints.size()) {
            throw new IllegalArgumentException(
                    annotated.size() + " annotated keypoints for " + keypoints.size());
        }
        if (!(zoom > 0) || !Double.isFinite(zoom)) {
            throw new IllegalArgumentException("a zoom is above 0, not " + zoom);
        }
    }

    /// All keypoints where a person put them, in a frame as fine as the picture.
    public InputLabel(int classIndex, Box box, List<Keypoint> keypoints) {
        this(classIndex, box, keypoints, keypoints, 1);
    }
}
