package penumbra.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.model.Schema;
import penumbra.model.Target;

/// How far the labels of a target's keypoints are taken to scatter, picture px: as measured in the
/// project, else as assumed ([EndNoise#of]).
public final class LabelScatter {

    private LabelScatter() {}

    /// For each keypoint in schema order; empty where it is not labelled.
    public static List<Optional<EndNoise>> of(Target target, Schema schema) {
        double gap =
                SmallestGap.of(
                        target.labelledPoints(), target.extent().orElse(new Box(0, 0, 0, 0)));
        List<Optional<EndNoise>> scatter = new ArrayList<>();
        for (int k = 0; k < target.keypoints().size(); k++) {
            scatter.add(
                    target.keypoints().get(k).labelled()
                            ? Optional.of(
                                    EndNoise.of(
                                            schema.noise(),
                                            schema.outwards(target.keypoints(), k)
                                                    .orElse(LabelContext.ANY),
                                            gap))
                            : Optional.empty());
        }
        return scatter;
    }
}
