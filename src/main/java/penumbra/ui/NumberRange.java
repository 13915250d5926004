package penumbra.ui;

/// Between which values a slider moves, and how.
///
/// @param ratio whether equal steps of the slider are equal ratios; then `least` is above 0
/// @param whole whether only whole numbers are set
public record NumberRange(double least, double most, boolean ratio, boolean whole) {

    public static NumberRange even(double least, double most) {
        return new NumberRange(least, most, false, false);
    }

    public static NumberRange ratios(double least, double most) {
        return new NumberRange(least, most, true, false);
    }

    public NumberRange upTo(double other) {
        return new NumberRange(least, other, ratio, whole);
    }

    public double onSlider(double value) {
        double held = Math.clamp(value, least, most);
        return ratio ? Math.log10(held) : held;
    }

    public double fromSlider(double position) {
        double value = ratio ? Math.pow(10, position) : position;
        return whole ? Math.round(value) : value;
    }
}
