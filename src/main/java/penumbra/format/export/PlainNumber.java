package penumbra.format.export;

import java.math.BigDecimal;

/// Numbers as they are written into label files.
final class PlainNumber {

    private PlainNumber() {}

    /// A coordinate as a share of a side, so chosen that `share * side` is the very same coordinate
    /// again where a double allows that: of the quotient and its two neighbours on either side the
    /// shortest decimal that does. Dividing alone would change 0.464 * 1280 px into
    /// 0.4640000000000001.
    static String share(double coordinate, double side) {
        double quotient = coordinate / side;
        String best = of(quotient);
        boolean exact = quotient * side == coordinate;
        double near = Math.nextDown(Math.nextDown(quotient));
        for (int i = 0; i < 5; i++, near = Math.nextUp(near)) {
            if (near * side == coordinate && (!exact || of(near).length() < best.length())) {
                best = of(near);
                exact = true;
            }
        }
        return best;
    }

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
