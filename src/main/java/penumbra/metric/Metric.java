package penumbra.metric;

import penumbra.text.Texts;

/// One number about predictions. A new metric is one entry in [Metrics#ALL] and its texts.
public interface Metric {

    /// Stable name in files and on the command line.
    String id();

    /// `px`, or `1` for shares and ratios.
    String unit();

    Better better();

    /// @return NaN when nothing can be said: no target, or none found
    double of(Evaluation evaluation);

    default String title() {
        return Texts.of(Metric.class, id() + ".title");
    }
}
