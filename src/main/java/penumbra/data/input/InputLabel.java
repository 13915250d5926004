package penumbra.data.input;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

/// A labelled object in the frame of a network's input.
///
/// @param box input px
/// @param keypoints input px, in the schema's order; the place of an unlabelled one means nothing
public record InputLabel(int classIndex, Box box, List<Keypoint> keypoints) {

    public InputLabel {
        keypoints = List.copyOf(keypoints);
    }
}
