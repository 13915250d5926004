package penumbra.data.load;

import java.util.List;
import java.util.Optional;

/// The pictures that a network is trained on.
///
/// @param flip for each keypoint the one whose place it takes in a mirrored picture (`flip_idx`);
///   empty when the data set does not say, then nothing is mirrored
public record TrainingSet(List<TrainingPicture> pictures, Optional<List<Integer>> flip) {

    /// @throws IllegalArgumentException if there is no picture, or a label has not as many
    ///   keypoints as change places
    public TrainingSet {
        pictures = List.copyOf(pictures);
        flip = flip.map(List::copyOf);
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("nothing can be trained on no picture");
        }
        if (flip.isPresent()) {
            int keypoints = flip.get().size();
            pictures.stream()
                    .flatMap(picture -> picture.labels().stream())
                    .filter(label -> label.keypoints().size() != keypoints)
                    .findFirst()
                    .ifPresent(label -> {
                        throw new IllegalArgumentException(
                                keypoints + " places for " + label.keypoints().size());
                    });
        }
    }
}
