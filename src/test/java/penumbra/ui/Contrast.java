package penumbra.ui;

import javafx.scene.paint.Color;

/// Contrast of two colours by WCAG 2.2: `(L1 + 0.05) / (L2 + 0.05)` of their relative luminances,
/// the lighter one above.
public final class Contrast {

    /// The least ratio of text, success criterion 1.4.3.
    public static final double TEXT = 4.5;

    /// The least ratio of icons and lines, success criterion 1.4.11.
    public static final double GRAPHICS = 3;

    private Contrast() {}

    public static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// A colour laid over an opaque one.
    public static Color over(Color above, Color below) {
        double a = above.getOpacity();
        return Color.color(
                a * above.getRed() + (1 - a) * below.getRed(),
                a * above.getGreen() + (1 - a) * below.getGreen(),
                a * above.getBlue() + (1 - a) * below.getBlue());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
