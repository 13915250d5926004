package penumbra.engine.net;

import java.util.Optional;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.weights.Weights;

/// A network of this family: YOLOv8's backbone and neck with one head or the other.
public sealed interface Architecture permits YoloV8Pose, YoloV8Heatmap {

    /// The network that those weights belong to; empty if they are of none.
    static Optional<Architecture> of(Weights weights) {
        Optional<Architecture> pose = YoloV8Pose.of(weights).map(Architecture.class::cast);
        return pose.isPresent() ? pose : YoloV8Heatmap.of(weights).map(Architecture.class::cast);
    }

    Scale scale();

    Graph graph();

    /// Classes and keypoints of what it finds.
    HeadLayout head();

    /// What it is trained to find, as metadata say it: `pose` or `heatmap`.
    String task();

    /// What the names of the head's parameters begin with.
    String headName();

    /// Its numbers for a batch, with what they mean.
    ///
    /// @param size of the input
    HeadOutput output(AnchorGrid size, int batch, float[] values);
}
