package penumbra.ui.overlay;

import java.util.List;
import java.util.OptionalDouble;

/// A few curves over one axis.
///
/// @param xName of the axis, with its unit
/// @param yName of the axis, with its unit
/// @param marker where the curves are read now
record CurveChart(String xName, String yName, List<Curve> curves, OptionalDouble marker) {

    /// Values at 0, 1, 2, ...
    ///
    /// @param collapsed first place at which the rule had to be stopped, else -1
    record Curve(String name, List<Double> values, int collapsed) {

        Curve {
            values = List.copyOf(values);
        }
    }

    CurveChart {
        curves = List.copyOf(curves);
    }

    int length() {
        return curves.stream().mapToInt(c -> c.values().size()).max().orElse(0);
    }

    double most() {
        return curves.stream()
                .flatMap(c -> c.values().stream())
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }
}
