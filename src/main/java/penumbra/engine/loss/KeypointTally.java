package penumbra.engine.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How wrong each keypoint was, summed, so that batches add up to an epoch.
///
/// @param sums of each keypoint's loss, in the schema's order
/// @param counts how many values each sum has
public record KeypointTally(List<Double> sums, List<Integer> counts) {

    public KeypointTally {
        sums = List.copyOf(sums);
        counts = List.copyOf(counts);
    }

    public static KeypointTally empty(int keypoints) {
        return new KeypointTally(
                Collections.nCopies(keypoints, 0.0), Collections.nCopies(keypoints, 0));
    }

    static KeypointTally of(double[] sums, int[] counts) {
        return empty(sums.length).plus(sums, counts);
    }

    public KeypointTally plus(KeypointTally other) {
        return plus(
                other.sums.stream().mapToDouble(s -> s).toArray(),
                other.counts.stream().mapToInt(c -> c).toArray());
    }

    /// With more values of each keypoint.
    public KeypointTally plus(double[] moreSums, int[] moreCounts) {
        List<Double> newSums = new ArrayList<>();
        List<Integer> newCounts = new ArrayList<>();
        for (int k = 0; k < sums.size(); k++) {
            newSums.add(sums.get(k) + moreSums[k]);
            newCounts.add(counts.get(k) + moreCounts[k]);
        }
        return new KeypointTally(newSums, newCounts);
    }

    /// The mean loss of each keypoint; NaN where nothing was labelled.
    public List<Double> means() {
        List<Double> means = new ArrayList<>();
        for (int k = 0; k < sums.size(); k++) {
            means.add(sums.get(k) / counts.get(k));
        }
        return means;
    }
}
