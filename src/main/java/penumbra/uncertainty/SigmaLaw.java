package penumbra.uncertainty;

/// The deviation of a label's distribution from the size of its target.
///
/// Formula: `sigma = alpha exp(-beta d)`. Source: \[S0\] eq. 3, "alpha typically below 0.05, beta
/// approximately 0.1". Result in px of the target's frame, whatever the units of the law:
///
/// | units | sigma, px (s stride, S input side, u `targetUnit`) |
/// |---|---|
/// | PIXEL | `alpha exp(-beta d)` |
/// | GRID | `s alpha exp(-beta d / s)` |
/// | NORM | `S alpha exp(-beta d / S)` |
/// | HYBRID | `S alpha exp(-beta d)` |
/// | TARGET | `d min(alpha exp(-beta d / u), 1/6)` |
/// | CALIBRATED | the measured deviation, `sqrt(along across)` |
///
/// Departures: the source states no units (GRID is the reading that fits its results best), and
/// `enforceNonOverlap` is ours. GRID gives one target different sigmas on different levels.
///
/// @param alpha sigma of a target of no size, above 0
/// @param beta decay, 0 or more
/// @param units in which alpha and beta are meant
/// @param measure which length is d
/// @param targetUnit length unit of TARGET, px
/// @param enforceNonOverlap whether sigma is held to a sixth of the gap between keypoints, so that
///   the 3 sigma rings of neighbours do not meet
public record SigmaLaw(
        double alpha,
        double beta,
        SigmaUnits units,
        ScaleMeasure measure,
        double targetUnit,
        boolean enforceNonOverlap) {

    private static final double SHARE = 1.0 / 6;

    /// The source's constants in grid cells.
    public static final SigmaLaw PAPER =
            new SigmaLaw(0.05, 0.1, SigmaUnits.GRID, ScaleMeasure.D_MIN, 8, false);

    /// What people's second looks measured.
    public static final SigmaLaw CALIBRATED =
            new SigmaLaw(0.05, 0.1, SigmaUnits.CALIBRATED, ScaleMeasure.D_MIN, 8, true);

    /// @throws IllegalArgumentException if alpha or the unit is not above 0 or beta negative
    public SigmaLaw {
        if (!(alpha > 0 && beta >= 0 && targetUnit > 0)
                || !Double.isFinite(alpha + beta + targetUnit)) {
            throw new IllegalArgumentException(
                    "alpha and the target unit are above 0 and beta 0 or more: "
                            + alpha
                            + ", "
                            + targetUnit
                            + ", "
                            + beta);
        }
    }

    /// The formula itself, d and sigma in one unit.
    public double at(double d) {
        return alpha * Math.exp(-beta * d);
    }

    /// Deviation of a label, px.
    public double sigma(LabelContext label) {
        TargetScale scale = label.scale();
        double d = scale.length(measure);
        double sigma =
                switch (units) {
                    case PIXEL -> at(d);
                    case GRID -> scale.stride() * at(d / scale.stride());
                    case NORM -> scale.inputSide() * at(d / scale.inputSide());
                    case HYBRID -> scale.inputSide() * at(d);
                    case TARGET -> d * Math.min(at(d / targetUnit), SHARE);
                    case CALIBRATED -> label.noise().sigma();
                };
        return enforceNonOverlap ? clamped(sigma, scale.dMin(), EndNoise.LEAST) : sigma;
    }

    /// This law in other units.
    public SigmaLaw in(SigmaUnits other) {
        return new SigmaLaw(alpha, beta, other, measure, targetUnit, enforceNonOverlap);
    }

    /// Whether the 3 sigma rings of the two nearest keypoints stay apart: `6 sigma <= d`.
    public static boolean ringsDisjoint(double dMin, double sigma) {
        return 6 * sigma <= dMin;
    }

    /// Sigma held to a sixth of the gap, but at least `floor`.
    public static double clamped(double sigma, double dMin, double floor) {
        return Math.max(floor, Math.min(sigma, dMin / 6));
    }

    /// Smallest gap from which rings stay apart when d and sigma share one unit: `W(6 alpha beta) /
    /// beta` with Lambert's W; `6 alpha` for beta 0.
    public double disjointFrom() {
        double d = 6 * alpha;
        for (int i = 0; i < 100; i++) {
            double e = 6 * at(d);
            double next = d - (d - e) / (1 + beta * e);
            if (Math.abs(next - d) <= Math.ulp(d)) {
                return next;
            }
            d = next;
        }
        return d;
    }
}
