package penumbra.engine.heatmap;

import java.util.List;
import penumbra.engine.loss.KeypointTally;

/// What is wanted of the keypoint maps; one for each [KeypointForm].
public sealed interface KeypointMaps permits CentreNetMaps, AdalossMaps, AdaAnchorMaps {

    /// @param heat of the maps that say where keypoints are
    /// @param place of what says where in a cell, or from it
    /// @param tally loss of each keypoint
    record Value(double heat, double place, KeypointTally tally) {}

    KeypointForm form();

    /// The terms, each a mean over keypoints; their derivatives times `gain` are added.
    Value add(MapOutput maps, MapOutput gradient, List<MapTarget> targets, double gain);
}
