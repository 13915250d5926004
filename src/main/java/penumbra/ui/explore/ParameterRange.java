package penumbra.ui.explore;

import java.util.Map;
import penumbra.ui.NumberRange;

/// Between which values the sliders of losses move. The fields beside them take others too.
final class ParameterRange {

    /// By the names of the hyper-parameters.
    static final Map<String, NumberRange> OF_LOSSES =
            Map.ofEntries(
                    Map.entry("alpha", NumberRange.ratios(0.001, 10)),
                    Map.entry("beta", NumberRange.even(0, 1)),
                    Map.entry("targetUnit", NumberRange.ratios(1, 64)),
                    Map.entry("eps", NumberRange.ratios(1e-9, 10)),
                    Map.entry("threshold", NumberRange.even(0, 20)),
                    Map.entry("reference", NumberRange.ratios(0.01, 10)),
                    Map.entry("first", NumberRange.even(0, 1)),
                    Map.entry("second", NumberRange.even(0, 1)),
                    Map.entry("third", NumberRange.even(0, 1)),
                    Map.entry("w", NumberRange.ratios(0.5, 50)),
                    Map.entry("sigma", NumberRange.ratios(0.005, 1)),
                    Map.entry("spread", NumberRange.ratios(0.5, 10)),
                    Map.entry("progress", NumberRange.even(0, 1)));

    private ParameterRange() {}
}
