package penumbra.model;

/// How label noise may depend on the size of a target.
public enum SizeLaw {
    /// Not at all.
    CONSTANT,
    /// `sigma = alpha exp(-beta d)`: \[S0\] eq. 3, small plates are noisier in px.
    EXPONENTIAL,
    /// `sigma² = a² + (b d)²`: a floor of the click and a blur that grows with the lamp.
    GROWING;

    /// Variance in units of a reference, at a size in units of a reference.
    public double variance(double first, double second, double size) {
        return switch (this) {
            case CONSTANT -> first;
            case EXPONENTIAL -> first * Math.exp(second * (size - 1));
            case GROWING -> first + second * size * size;
        };
    }
}
