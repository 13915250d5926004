package penumbra.engine.train;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import penumbra.engine.loss.LossItems;

/// Losses by their names, and their mean over batches.
final class MeanLosses {

    private final SequencedMap<String, Double> sums = new LinkedHashMap<>();
    private int batches;

    void add(LossItems items) {
        byName(items).forEach((name, value) -> sums.merge(name, value, Double::sum));
        batches++;
    }

    /// Empty without a batch.
    SequencedMap<String, Double> get() {
        SequencedMap<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / batches));
        return means;
    }

    static SequencedMap<String, Double> byName(LossItems items) {
        SequencedMap<String, Double> losses = new LinkedHashMap<>();
        losses.put("box", items.box());
        losses.put("pose", items.pose());
        losses.put("kobj", items.visibility());
        losses.put("cls", items.score());
        losses.put("dfl", items.distances());
        return losses;
    }
}
