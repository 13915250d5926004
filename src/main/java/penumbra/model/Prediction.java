package penumbra.model;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.Covariance;

/// What a network found. It is no label: it waits apart until a person accepts it.
///
/// @param target picture px
/// @param covariances of each keypoint, picture px²; empty where the network does not say
/// @param score confidence, 0 to 1
public record Prediction(Target target, List<Optional<Covariance>> covariances, double score) {

    /// @throws IllegalArgumentException if there is not one covariance, or none, for each keypoint
    public Prediction {
        covariances = List.copyOf(covariances);
        if (covariances.size() != target.keypoints().size()) {
            throw new IllegalArgumentException(
                    covariances.size()
                            + " covariances for "
                            + target.keypoints().size()
                            + " keypoints");
        }
    }
}
