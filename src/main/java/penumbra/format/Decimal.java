package penumbra.format;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Decimal numbers as label files write them.
public final class Decimal {

    private static final int MAX_LENGTH = 64;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Decimal() {}

    /// The number, to the nearest double; empty for anything else, `nan`, `inf`, Java's suffixes
    /// and overflow included.
    public static OptionalDouble parse(String token) {
        if (token.length() > MAX_LENGTH || !NUMBER.matcher(token).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(token);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
