package penumbra.data.augment;

import java.util.List;
import java.util.random.RandomGenerator;
import penumbra.data.input.Mirror;

/// A picture mirrored or not, by one draw; keypoints change places as the data set says, for either
/// direction.
///
/// @param flip for each keypoint the one whose place it takes (`flip_idx`)
public record RandomFlip(Mirror mirror, double probability, List<Integer> flip) {

    public RandomFlip {
        flip = List.copyOf(flip);
    }

    public Sample apply(Sample sample, RandomGenerator random) {
        if (!(random.nextDouble() < probability)) {
            return sample;
        }
        return new Sample(
                mirror.apply(sample.image()),
                sample.labels().stream()
                        .map(label -> mirror.apply(label, flip, sample.size()))
                        .toList(),
                sample.origin());
    }
}
