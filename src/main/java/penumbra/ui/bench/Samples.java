package penumbra.ui.bench;

import java.util.List;

/// One measured quantity, every single value of it.
///
/// @param name stable id
/// @param values in the order in which they were measured, at least one
public record Samples(String name, String unit, List<Double> values) {

    static final String MILLISECONDS = "ms";

    public Samples {
        values = List.copyOf(values);
    }
}
