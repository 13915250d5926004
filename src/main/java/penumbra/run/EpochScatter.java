package penumbra.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

/// How sure a run is of the plates that it held back, by how far its last epochs disagree: the
/// covariance of a keypoint is `Σ (p_i - p̄)(p_i - p̄)ᵀ / (n - 1)` over the epochs that found its
/// plate, picture px². It is how far the answer still depends on when training ends, not all that
/// it may be wrong by.
public final class EpochScatter {

    /// So many epochs count, the newest ones.
    public static final int EPOCHS = 5;

    /// So many places are needed before their scatter says anything.
    public static final int LEAST_PLACES = 3;

    private record Key(String picture, int target) {

        static Key of(PlateResult plate) {
            return new Key(plate.picture(), plate.target());
        }
    }

    private EpochScatter() {}

    /// The plates of the newest epoch, each with its scatter where enough epochs found it and the
    /// network says nothing itself.
    ///
    /// @param epochs what was found for the same plates, from old to new; at least one
    public static List<PlateResult> of(List<List<PlateResult>> epochs) {
        Map<Key, List<List<Point>>> places = new HashMap<>();
        for (List<PlateResult> epoch : epochs) {
            for (PlateResult plate : epoch) {
                plate.found()
                        .ifPresent(found ->
                                places.computeIfAbsent(Key.of(plate), _ -> new ArrayList<>())
                                        .add(found));
            }
        }
        return epochs.getLast().stream()
                .map(plate -> {
                    List<List<Point>> own = places.getOrDefault(Key.of(plate), List.of());
                    return plate.found().isEmpty()
                                    || !plate.covariances().isEmpty()
                                    || own.size() < LEAST_PLACES
                            ? plate
                            : plate.scattered(covariances(own).orElseThrow());
                })
                .toList();
    }

    /// Of each keypoint; empty when there are too few places.
    ///
    /// @param places of all keypoints, for each epoch that has them
    static Optional<List<Covariance>> covariances(List<List<Point>> places) {
        if (places.size() < LEAST_PLACES) {
            return Optional.empty();
        }
        return Optional.of(
                IntStream.range(0, places.getFirst().size())
                        .mapToObj(k ->
                                Covariance.of(places.stream().map(epoch -> epoch.get(k)).toList()))
                        .toList());
    }
}
