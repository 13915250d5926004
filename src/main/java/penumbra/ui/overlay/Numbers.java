package penumbra.ui.overlay;

import java.util.Locale;

/// Numbers as read-outs and captions write them, the same in every language.
final class Numbers {

    private Numbers() {}

    /// Three significant digits, without an exponent down to 0.001.
    static String three(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : value > 0 ? "∞" : "-∞";
        }
        if (size < 0.001 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static String px(double value) {
        return three(value) + " px";
    }

    static String factor(double value) {
        return "×" + three(value).replaceFirst("\\.0+$", "");
    }
}
