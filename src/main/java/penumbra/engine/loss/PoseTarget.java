package penumbra.engine.loss;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

/// A labelled object as the loss sees it.
///
/// @param box input px
/// @param keypoints input px, in the schema's order; unlabelled ones have no place
public record PoseTarget(int classIndex, Box box, List<Keypoint> keypoints) {

    public PoseTarget {
        keypoints = List.copyOf(keypoints);
    }
}
