package penumbra.model;

/// The fitted noise of one axis: variance of one label by the gap of its target.
///
/// @param law its form
/// @param first for EXPONENTIAL the variance at the reference gap, else that at gap 0; in reference
///   variances
/// @param second what size adds, or the exponent
/// @param gap reference, px
/// @param variance reference, px²
public record AxisLaw(SizeLaw law, double first, double second, double gap, double variance) {

    /// px².
    public double variance(double dMin) {
        return variance * law.variance(first, second, dMin / gap);
    }

    /// px.
    public double sigma(double dMin) {
        return Math.sqrt(variance(dMin));
    }

    /// Deviation at gap 0, px: alpha of the exponential law, the floor a of the growing one.
    public double atZero() {
        return sigma(0);
    }

    /// beta of the exponential law, 1 / px: the rate at which sigma falls with the gap.
    public double decay() {
        return law == SizeLaw.EXPONENTIAL ? -second / (2 * gap) : 0;
    }

    /// b of the growing law: what each px of the gap adds to sigma far out.
    public double growth() {
        return law == SizeLaw.GROWING ? Math.sqrt(variance * second) / gap : 0;
    }

    public AxisLaw with(double newFirst, double newSecond) {
        return new AxisLaw(law, newFirst, newSecond, gap, variance);
    }
}
