package penumbra.engine.assign;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The anchors that an object could have, in their order, and how well each does.
///
/// @param anchors ascending
/// @param overlap with the object, 0 to 1; what the best target score is
/// @param metric by which anchors are ranked, 0 or more
record Candidates(int[] anchors, float[] overlap, float[] metric) {

    static final Candidates NONE = new Candidates(new int[0], new float[0], new float[0]);

    /// 0 for an anchor that is none of these.
    float overlapAt(int anchor) {
        int i = Arrays.binarySearch(anchors, anchor);
        return i < 0 ? 0 : overlap[i];
    }

    /// 0 for an anchor that is none of these.
    float metricAt(int anchor) {
        int i = Arrays.binarySearch(anchors, anchor);
        return i < 0 ? 0 : metric[i];
    }

    int positives() {
        return (int) IntStream.range(0, metric.length).filter(i -> metric[i] > 0).count();
    }

    /// Those with a positive metric, best first, of equals the first.
    int[] best(int most) {
        return IntStream.range(0, metric.length)
                .filter(i -> metric[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -metric[i]))
                .limit(most)
                .mapToInt(i -> anchors[i])
                .toArray();
    }

    /// Of all `count` anchors the first `most` whose metric is 0, as far as they are among these.
    int[] firstWithout(int most, int count) {
        return IntStream.range(0, count)
                .filter(a -> metricAt(a) == 0)
                .limit(most)
                .filter(a -> Arrays.binarySearch(anchors, a) >= 0)
                .toArray();
    }
}
