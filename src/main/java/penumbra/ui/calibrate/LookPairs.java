package penumbra.ui.calibrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import penumbra.geometry.Covariance;
import penumbra.model.BlindLook;
import penumbra.model.Schema;
import penumbra.ui.overlay.Measurements;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.measure.SecondLook;

/// The keypoints that were labelled twice, for the overlay of what was measured.
public final class LookPairs {

    private LookPairs() {}

    /// By the id of the picture; each with the project's calibrated noise, where there is one.
    public static LongFunction<List<Measurements.Pair>> of(List<BlindLook> looks, Schema schema) {
        Map<Long, List<Measurements.Pair>> byPicture = new HashMap<>();
        for (BlindLook look : looks) {
            if (look.first().keypoints().size() == schema.keypointCount()) {
                byPicture
                        .computeIfAbsent(look.imageId(), _ -> new ArrayList<>())
                        .addAll(pairs(look, schema));
            }
        }
        return id -> byPicture.getOrDefault(id, List.of());
    }

    private static List<Measurements.Pair> pairs(BlindLook look, Schema schema) {
        return SecondLook.of(look.first(), look.second(), schema).ends().stream()
                .map(end ->
                        new Measurements.Pair(
                                look.first().keypoints().get(end.keypoint()).at(),
                                look.second().keypoints().get(end.keypoint()).at(),
                                noise(end, schema)))
                .toList();
    }

    private static Optional<Covariance> noise(SecondLook.End end, Schema schema) {
        return schema.noise()
                .map(_ -> EndNoise.of(schema.noise(), end.outwards(), end.pair().gap()))
                .map(EndNoise::covariance);
    }
}
