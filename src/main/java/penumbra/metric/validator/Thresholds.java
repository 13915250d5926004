package penumbra.metric.validator;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import penumbra.metric.Detection;
import penumbra.metric.Picture;
import penumbra.metric.Truth;

/// Which detections of a picture are right at the similarities 0.50, 0.55 ... 0.95.
///
/// Source: \[M2\]. Each detection goes to the target of its class that it is most alike, and of
/// those that went to one target the surest has found it, not the most alike. A detection whose
/// target is taken is not given another one.
final class Thresholds {

    static final int COUNT = 10;
    private static final float FIRST = 0.5f;
    private static final float LAST = 0.95f;

    private Thresholds() {}

    /// In single precision.
    static float at(int threshold) {
        float step = (LAST - FIRST) / (COUNT - 1);
        // Counted from the nearer end, as PyTorch does.
        return threshold < COUNT / 2
                ? FIRST + step * threshold
                : LAST - step * (COUNT - 1 - threshold);
    }

    /// For each detection, surest first, a bit for each threshold at which it is right.
    static int[] hits(
            Picture picture,
            List<Detection> surest,
            ToDoubleBiFunction<Truth, Detection> similarity) {
        List<Truth> truths = picture.truths();
        int[] best = new int[surest.size()];
        double[] most = new double[surest.size()];
        Arrays.fill(best, -1);
        for (int d = 0; d < best.length; d++) {
            for (int g = 0; g < truths.size(); g++) {
                Truth truth = truths.get(g);
                if (truth.classIndex() == surest.get(d).classIndex()) {
                    double alike = similarity.applyAsDouble(truth, surest.get(d));
                    if (alike > most[d]) {
                        most[d] = alike;
                        best[d] = g;
                    }
                }
            }
        }
        int[] hits = new int[best.length];
        for (int t = 0; t < COUNT; t++) {
            boolean[] taken = new boolean[truths.size()];
            for (int d = 0; d < best.length; d++) {
                if (best[d] >= 0 && most[d] >= at(t) && !taken[best[d]]) {
                    taken[best[d]] = true;
                    hits[d] |= 1 << t;
                }
            }
        }
        return hits;
    }
}
