package penumbra.uncertainty.heatmap;

/// How far the corners of a box may move before its overlap with the true box falls below a bound:
/// the radius of the Gaussian around its centre, in each of three cases.
///
/// Formula, w and h the sides, o the least overlap:
///
/// - outside, both corners moved outwards: `wh / ((w + 2r)(h + 2r)) = o`
/// - inside, both inwards: `(w - 2r)(h - 2r) / wh = o`
/// - shifted, both the same way: `(w - r)(h - r) / (2wh - (w - r)(h - r)) = o`
///
/// The least of the three rules. Source: \[S2\]; in cases 2 and 3 both roots are positive and the
/// smaller one holds, unlike what it says. With correct roots the inside case always rules. Written
/// without cancellation. Unit: that of the sides, usually cells.
///
/// @param outside radius of the first case
/// @param inside of the second
/// @param shifted of the third
public record GaussianRadius(double outside, double inside, double shifted) {

    /// The case with the least radius.
    public enum Case {
        OUTSIDE,
        INSIDE,
        SHIFTED
    }

    private static final GaussianRadius NONE = new GaussianRadius(0, 0, 0);

    /// A box without area has radius 0 in every case.
    ///
    /// @param overlap least intersection over union, above 0 and at most 1
    /// @throws IllegalArgumentException if a side is negative or not finite, or the overlap out of
    ///   range
    public static GaussianRadius of(
            double width, double height, double overlap, RadiusFormula formula) {
        if (!(width >= 0 && height >= 0) || !Double.isFinite(width + height)) {
            throw new IllegalArgumentException(
                    "a box needs finite sides of 0 or more: " + width + " x " + height);
        }
        if (!(overlap > 0 && overlap <= 1)) {
            throw new IllegalArgumentException("the overlap is above 0 and at most 1: " + overlap);
        }
        if (width == 0 || height == 0) {
            return NONE;
        }
        double s = width + height;
        double p = width * height;
        double rest = 1 - overlap;
        double c = rest * p / (1 + overlap);
        double out = Math.sqrt(4 * overlap * overlap * s * s + 16 * overlap * rest * p);
        double in = Math.sqrt(Math.max(0, 4 * s * s - 16 * rest * p));
        double shift = Math.sqrt(Math.max(0, s * s - 4 * c));
        double outwards = 2 * rest * p / (2 * overlap * s + out);
        return switch (formula) {
            case CORRECT ->
                    new GaussianRadius(outwards, 2 * rest * p / (2 * s + in), 2 * c / (s + shift));
            case NOTE_LITERAL -> new GaussianRadius(outwards, (2 * s + in) / 8, (s + shift) / 2);
            case LEGACY ->
                    new GaussianRadius(4 * overlap * outwards, (2 * s + in) / 2, (s + shift) / 2);
        };
    }

    /// The radius that rules.
    public double least() {
        return Math.min(outside, Math.min(inside, shifted));
    }

    public Case ruling() {
        double least = least();
        return inside == least ? Case.INSIDE : outside == least ? Case.OUTSIDE : Case.SHIFTED;
    }

    /// The ruling radius in whole cells, rounded down as the public code does, but at least
    /// `minimum`.
    public int cells(int minimum) {
        return Math.max(minimum, (int) least());
    }

    /// Overlap of a box with the one whose corners lie r further out.
    public static double overlapOutside(double width, double height, double r) {
        return width * height / ((width + 2 * r) * (height + 2 * r));
    }

    /// Overlap of a box with the one whose corners lie r further in.
    public static double overlapInside(double width, double height, double r) {
        return (width - 2 * r) * (height - 2 * r) / (width * height);
    }

    /// Overlap of a box with the same box shifted by r along both axes.
    public static double overlapShifted(double width, double height, double r) {
        double common = (width - r) * (height - r);
        return common / (2 * width * height - common);
    }
}
