package penumbra.ui.explore;

import java.util.Map;

/// Between which values a slider moves. A field beside it takes others too.
///
/// @param ratio whether equal steps of the slider are equal ratios; then `least` is above 0
record ParameterRange(double least, double most, boolean ratio) {

    /// Of the hyper-parameters of losses, by name.
    static final Map<String, ParameterRange> OF_LOSSES =
            Map.ofEntries(
                    Map.entry("alpha", new ParameterRange(0.001, 10, true)),
                    Map.entry("beta", new ParameterRange(0, 1, false)),
                    Map.entry("targetUnit", new ParameterRange(1, 64, true)),
                    Map.entry("eps", new ParameterRange(1e-9, 10, true)),
                    Map.entry("threshold", new ParameterRange(0, 20, false)),
                    Map.entry("reference", new ParameterRange(0.01, 10, true)),
                    Map.entry("first", new ParameterRange(0, 1, false)),
                    Map.entry("second", new ParameterRange(0, 1, false)),
                    Map.entry("third", new ParameterRange(0, 1, false)),
                    Map.entry("w", new ParameterRange(0.5, 50, true)),
                    Map.entry("sigma", new ParameterRange(0.005, 1, true)),
                    Map.entry("spread", new ParameterRange(0.5, 10, true)),
                    Map.entry("progress", new ParameterRange(0, 1, false)));

    double onSlider(double value) {
        double held = Math.clamp(value, least, most);
        return ratio ? Math.log10(held) : held;
    }

    double fromSlider(double position) {
        return ratio ? Math.pow(10, position) : position;
    }
}
