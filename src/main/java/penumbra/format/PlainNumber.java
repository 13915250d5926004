package penumbra.format;

import java.math.BigDecimal;

/// Numbers as they are written into label files.
final class PlainNumber {

    private PlainNumber() {}

    /// The shortest decimal that reads back as the same double, without an exponent, without a
    /// trailing `.0`, and without a sign when it is zero. NaN and infinity as Java writes them.
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
