package penumbra.run;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

/// A labelled target of the validation part and what was found for it after an epoch: one line of
/// `plates/epoch-N.jsonl`. All places in picture px.
///
/// @param picture path relative to the data set, or absolute where it lies outside
/// @param target place among the picture's labels, from 0
/// @param label K keypoints
/// @param labelled which of them a person labelled
/// @param truth where they are, if known
/// @param found where the network has them; empty when the target was missed
/// @param covariances of what was found, where the network says
/// @param score of what was found, 0 when nothing was
/// @param side square root of the labelled box's area
/// @param gain input px of a picture px
public record PlateResult(
        String picture,
        int target,
        int classIndex,
        List<Point> label,
        List<Boolean> labelled,
        Optional<List<Point>> truth,
        Optional<List<Point>> found,
        List<Covariance> covariances,
        double score,
        double side,
        double gain) {

    public PlateResult {
        label = List.copyOf(label);
        labelled = List.copyOf(labelled);
        covariances = List.copyOf(covariances);
    }
}
