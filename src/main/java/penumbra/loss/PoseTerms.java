package penumbra.loss;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

/// The keypoint terms that a run can name: the losses of [Losses#ALL] and two presets.
///
/// | id | term |
/// |---|---|
/// | `oks` | the reference's, [YoloPose] |
/// | `helium-paper` | \[S0\] to the letter: sigma and loss in grid cells, printed divisor, summed over keypoints, gain 12 (the source states none) |
/// | `helium-best` | [HeliumMahalanobis] where noise along and across was measured, else [HeliumPrecision] on the assumed one; in units of the box, matched gain |
/// | any other loss | in units of the box, mean over keypoints, gain 6; 12 without unit, 22.6 for squares |
///
/// Gains of unlike losses weigh alike only after [PoseLoss#matched].
public final class PoseTerms {

    private static final String STOCK = "oks";
    private static final String PAPER = "helium-paper";
    private static final String BEST = "helium-best";

    /// What can be named.
    public static final List<String> IDS =
            Stream.concat(Losses.ALL.stream().map(KeypointLoss::id), Stream.of(PAPER, BEST))
                    .toList();

    private static final double EPS = 1e-6;

    /// What terms need to know of the data they train on.
    ///
    /// @param oksSigmas of the schema's keypoints, for `oks`
    /// @param usual a target and its label noise such as the data have, input px
    /// @param measured whether that noise was measured rather than assumed
    public record Setting(List<Double> oksSigmas, LabelContext usual, boolean measured) {

        public Setting {
            oksSigmas = List.copyOf(oksSigmas);
        }
    }

    private PoseTerms() {}

    /// The term of that id; empty if there is none.
    public static Optional<PoseTerm> byId(String id, Setting setting) {
        return switch (id) {
            case STOCK -> Optional.of(new YoloPose(setting.oksSigmas(), YoloPose.STOCK_GAIN));
            case PAPER -> Optional.of(paper());
            case BEST ->
                    Losses.byId(setting.measured() ? "helium-maha" : "helium-prec")
                            .map(loss -> fair(loss, setting).matched(setting.usual()));
            default -> Losses.byId(id).map(loss -> fair(loss, setting));
        };
    }

    private static PoseLoss paper() {
        Helium helium = new Helium(SigmaLaw.PAPER, Rings.PAPER, Norm.L2, EPS);
        return new PoseLoss(helium, LossUnits.GRID, Reduction.SUM, YoloPose.STOCK_GAIN);
    }

    private static PoseLoss fair(KeypointLoss loss, Setting setting) {
        double gain =
                switch (loss.degree()) {
                    case 0 -> YoloPose.STOCK_GAIN;
                    case 2 -> 22.6;
                    default -> 6;
                };
        return new PoseLoss(
                referred(loss, setting.usual().noise().sigma()),
                LossUnits.BOX,
                Reduction.MEAN,
                gain);
    }

    /// With the data set's own reference length where the loss has one.
    private static KeypointLoss referred(KeypointLoss loss, double reference) {
        return switch (loss) {
            case HeliumPrecision h -> new HeliumPrecision(h.sigma(), h.rings(), reference, h.eps());
            case HeliumMahalanobis h -> new HeliumMahalanobis(h.rings(), reference, h.eps());
            default -> loss;
        };
    }
}
