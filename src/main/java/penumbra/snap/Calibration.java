package penumbra.snap;

/// Every constant of the fit that was chosen by measurement, in one place.
///
/// Those of noise and shape were derived on rendered scenes: the first plates with four visible
/// ends, about 310 each, of the seeds 101 to 103, from labels with the noise A, so that errors are
/// small, lean neither outwards nor inwards and lie within two reported deviations in 95 of 100
/// cases, in every colour and length. They were judged on the seeds 301 to 303 with the noises A, B
/// and C, and are by a test on yet another seed; none of these had a say in them.
///
/// What no rendered scene can say is how real lamps fade. Where the picture leaves it open, on
/// short or saturated bars, the prior speaks, and the reported deviations hold for lamps like the
/// rendered ones, which lose 0.86 to 0.99 of their brightness towards the ends. Painted bars that
/// glow evenly came out too long by up to 1 px at each end when they were 10 px long, 0.6 px at 20
/// px, 0.4 px at 40 px; bars that fade to nothing too short by 0.2, 0.5 and 0.6 px.
final class Calibration {

    /// Read noise of a pixel, linear light; the patch's own is taken where it is larger.
    static final double READ = 0.0012;

    /// Variance of shot noise per light.
    static final double SHOT = 0.001;

    /// Error of the model relative to the light: no bar is quite a tilted parabola, no point spread
    /// quite two Gaussians.
    static final double MODEL = 0.07;

    /// Pixels as near as this, px, to one in which a channel is saturated have lost light to
    /// demosaicing, which mixed them with samples that were cut off: its filters reach 2 px, and a
    /// sample that was cut off may itself show as a pixel below saturation, 1 px from one that does
    /// not.
    static final int NEAR_CLIPPED = 3;

    /// Relative error of the model there: where it is brighter than the picture, as it should be,
    /// and where it is darker.
    static final double MODEL_ABOVE = 1;

    static final double MODEL_BELOW = 0.2;

    /// Neighbouring pixels are not independent (demosaicing, JPEG): this many count as one where
    /// green tells most, and more in red, which half as many pixels of a sensor see.
    static final double CORRELATION = 1.5;

    static final double CORRELATION_RED = 5;

    /// Share of the fitted deviations that is reported. The variances above are those at the worst
    /// pixels, so that none of these rules the fit, and make the ends look less certain than they
    /// are.
    static final double REPORTED = 0.65;

    /// Standard deviation of what no picture tells: how the emitter's edge was meant. Along the bar
    /// a share of its length, because its fading end is a part of it; across px.
    static final double FLOOR_ALONG_SHARE = 0.004;

    static final double FLOOR_ACROSS = 0.03;

    /// Blur of lens and demosaicing, px, and of its logarithm.
    static final double BLUR = 1.3;

    static final double BLUR_DEVIATION = 0.3;

    /// Deviation of the logarithm of blur along over blur across: the camera moves.
    static final double BLUR_RATIO_DEVIATION = 0.15;

    /// Deviation of the covariance of the blur along and across, px²: it moves aslant.
    static final double SHEAR_DEVIATION = 0.25;

    /// Logit of the share of brightness lost towards the ends, 0.9, and its deviation: real bars
    /// look like parabolas.
    static final double SAG = 2.2;

    static final double SAG_DEVIATION = 1;

    static final double TILT_DEVIATION = 0.15;

    /// Width of the emitter in lengths, and deviation of its logarithm.
    static final double WIDTH = 0.13;

    static final double WIDTH_DEVIATION = 0.35;

    /// Share of light in the halo, and deviation of its logit.
    static final double HALO = 0.1;

    static final double HALO_DEVIATION = 1;

    /// Standard deviation of the halo, px, and of its logarithm.
    static final double REACH = 3.5;

    static final double REACH_DEVIATION = 0.4;

    /// Deviation of the background's slope, light per 10 px.
    static final double SLOPE_DEVIATION = 0.05;

    /// An end that would move further than `SHIFT + SHIFT_SHARE length` px, or a bar whose length
    /// differs by more than `LENGTH + LENGTH_SHARE length` px, is another light than the label's.
    static final double SHIFT = 3.5;

    static final double SHIFT_SHARE = 0.25;
    static final double LENGTH = 3.5;
    static final double LENGTH_SHARE = 0.25;

    /// A light wider than `WIDE + WIDE_SHARE length` px is more than one bar, or smeared too far.
    static final double WIDE = 1.5;

    static final double WIDE_SHARE = 0.2;

    /// Beyond an end the light must fall below this share of its peak, within `FALL_WITHIN +
    /// FALL_WITHIN_SHARE length` px.
    static final double FALL = 0.4;

    static final double FALL_WITHIN = 4;

    static final double FALL_WITHIN_SHARE = 0.12;

    /// An end less certain than this along the bar, px, is no evidence.
    static final double MOST_SIGMA = 2;

    /// Root mean square of weighted residuals above which the light is no bar.
    static final double MOST_MISFIT = 1.6;

    private Calibration() {}
}
