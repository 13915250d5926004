package penumbra.run.compare;

import java.util.Optional;
import penumbra.metric.Better;
import penumbra.run.Against;
import penumbra.text.Texts;

/// One method less another one, by one measure.
///
/// @param ofFirst mean of the first method over the pairs of runs
/// @param ofSecond likewise
/// @param estimate the first less the second
/// @param networks 95 % interval for these networks on other pictures
/// @param method 95 % interval for the methods, trained again with other seeds; empty with one pair
///   of runs, which says nothing about that
/// @param pairs of runs
/// @param sameSeeds whether the runs of each pair have the same seed
/// @param pictures that were resampled
/// @param plates that were compared, over all pairs
public record Difference(
        String first,
        String second,
        Measure measure,
        Against against,
        double ofFirst,
        double ofSecond,
        double estimate,
        Interval networks,
        Optional<Interval> method,
        int pairs,
        boolean sameSeeds,
        int pictures,
        int plates) {

    /// The widest that is known.
    public Interval interval() {
        return method.orElse(networks);
    }

    /// Whether the interval leaves 0 out.
    public boolean isDistinguishable() {
        return !Double.isNaN(interval().low()) && !interval().contains(0);
    }

    /// What follows, in one sentence.
    public String verdict() {
        if (!isDistinguishable()) {
            return Texts.of(Difference.class, "verdict.none", first, second);
        }
        boolean firstIsBetter = estimate < 0 == (measure.better() == Better.LOWER);
        String key = method.isPresent() ? "verdict.method" : "verdict.networks";
        return firstIsBetter
                ? Texts.of(Difference.class, key, first, second)
                : Texts.of(Difference.class, key, second, first);
    }
}
