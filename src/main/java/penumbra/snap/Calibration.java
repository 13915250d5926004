package penumbra.snap;

/// Every constant of the fit that was chosen by measurement, in one place.
final class Calibration {

    /// Read noise of a pixel, linear light; the patch's own is taken where it is larger.
    static final double READ = 0.0012;

    /// Variance of shot noise per light.
    static final double SHOT = 0.001;

    /// Error of the model relative to the light: no bar is quite a tilted parabola, no point spread
    /// quite two Gaussians.
    static final double MODEL = 0.05;

    /// The same beside saturated pixels, whose lost light demosaicing has mixed in.
    static final double MODEL_NEAR_CLIPPED = 0.3;

    /// Neighbouring pixels are not independent (demosaicing, JPEG): variances grow by this.
    static final double CORRELATION = 4;

    /// Standard deviation below which no end is believed, px, along and across.
    static final double FLOOR_ALONG = 0.12;

    static final double FLOOR_ACROSS = 0.05;

    /// Further along than this from the label, px, the fit has gone astray.
    static final double MOST_SHIFT = 7;

    /// An end less certain than this along the bar, px, is no evidence.
    static final double MOST_SIGMA = 3;

    private Calibration() {}
}
