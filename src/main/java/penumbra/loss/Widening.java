package penumbra.loss;

import java.util.ArrayList;
import java.util.List;
import penumbra.uncertainty.SigmaLaw;

/// A keypoint term that forgives more than it will in the end: what a schedule of deviations makes
/// of it between epochs.
///
/// The OKS term gets each keypoint's deviation times its factor; losses with a [SigmaLaw] get alpha
/// times the geometric mean of the factors, for a law knows targets and not keypoints. Losses that
/// live on measured noise have no width of their own and stay as they are: for them
/// [penumbra.uncertainty.NoiseLaw#widened]. Ours; \[S1\] has heat maps only.
public final class Widening {

    private Widening() {}

    /// @param factors one for each keypoint, above 0; all 1 changes nothing
    /// @throws IllegalArgumentException if a factor is not above 0, or the OKS term has another
    ///   number of keypoints
    public static PoseTerm of(PoseTerm term, List<Double> factors) {
        if (factors.isEmpty() || factors.stream().anyMatch(f -> !(f > 0))) {
            throw new IllegalArgumentException("factors are above 0: " + factors);
        }
        return switch (term) {
            case YoloPose oks -> new YoloPose(times(oks.sigmas(), factors), oks.gain());
            case PoseLoss pose ->
                    new PoseLoss(
                            widened(pose.loss(), common(factors)),
                            pose.units(),
                            pose.reduction(),
                            pose.gain());
        };
    }

    private static List<Double> times(List<Double> sigmas, List<Double> factors) {
        if (sigmas.size() != factors.size()) {
            throw new IllegalArgumentException(factors + " for " + sigmas.size() + " keypoints");
        }
        List<Double> wide = new ArrayList<>();
        for (int k = 0; k < sigmas.size(); k++) {
            wide.add(sigmas.get(k) * factors.get(k));
        }
        return wide;
    }

    private static double common(List<Double> factors) {
        return Math.exp(factors.stream().mapToDouble(Math::log).average().orElseThrow());
    }

    private static KeypointLoss widened(KeypointLoss loss, double factor) {
        return switch (loss) {
            case Helium h -> widened(h, factor);
            case Rice rice -> new Rice(times(rice.sigma(), factor));
            case SmoothL1Helium h ->
                    new SmoothL1Helium(widened(h.helium(), factor), h.threshold(), h.level());
            case HeliumPrecision h ->
                    new HeliumPrecision(
                            times(h.sigma(), factor), h.rings(), h.reference(), h.eps());
            default -> loss;
        };
    }

    private static Helium widened(Helium h, double factor) {
        return new Helium(times(h.sigma(), factor), h.rings(), h.norm(), h.eps());
    }

    private static SigmaLaw times(SigmaLaw law, double factor) {
        return new SigmaLaw(
                law.alpha() * factor,
                law.beta(),
                law.units(),
                law.measure(),
                law.targetUnit(),
                law.enforceNonOverlap());
    }
}
