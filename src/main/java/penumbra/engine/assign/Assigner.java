package penumbra.engine.assign;

import java.util.List;
import penumbra.data.input.InputLabel;

/// Gives each object of a picture the anchors that have to find it. No derivative goes through it.
///
/// A new one is one file and one line in [Assigners#ALL].
public sealed interface Assigner
        permits TaskAlignedAssigner, SmallTargetAssigner, AdaAnchorAssigner {

    /// Stable name in files and on the command line.
    String id();

    Assignment assign(Predictions predicted, List<InputLabel> objects);

    /// Whether an anchor either has an object or has none, with nothing between: all weights are 1,
    /// and the class term is the focal loss that goes with it.
    default boolean hard() {
        return false;
    }
}
