package penumbra.cli;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// A number, or `null` for one that JSON has no form for: NaN, where nothing can be said.
final class NumberOrNull extends ValueSerializer<Double> {

    static final NumberOrNull INSTANCE = new NumberOrNull();

    private NumberOrNull() {}

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }
}
