package penumbra.format.export;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

/// A target as it is written into a data set: every labelled keypoint inside the picture, and a
/// box. Picture px.
record ExportTarget(int classIndex, List<Keypoint> keypoints, Box box) {

    ExportTarget {
        keypoints = List.copyOf(keypoints);
    }
}
