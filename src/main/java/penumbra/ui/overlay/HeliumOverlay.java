package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.InputFrame;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.Shortcut;
import penumbra.uncertainty.RingWeights;
import penumbra.uncertainty.ScaleMeasure;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SigmaUnits;

/// The points that stand for a label in the Helium loss: the label and 24 points on rings of 1, 2
/// and 3 sigma. Sigma is often below a pixel, so the rings are drawn larger by a factor that is
/// written on the canvas; whether they overlap is judged at true scale.
final class HeliumOverlay implements Overlay<HeliumOverlay.Settings> {

    /// @param measure which length of the target is d
    /// @param first weight of each point at 1 sigma, shown as its size
    /// @param stride input px of a cell
    /// @param inputSide of the network, px
    record Settings(
            @Range(least = 1, most = 50, ratio = true) double magnification,
            @Range(least = 0.001, most = 1, ratio = true) double alpha,
            @Range(least = 0, most = 1) double beta,
            SigmaUnits units,
            ScaleMeasure measure,
            boolean keptApart,
            @Range(least = 0, most = 1) double first,
            @Range(least = 0, most = 1) double second,
            @Range(least = 0, most = 1) double third,
            @Range(least = 4, most = 64) int stride,
            @Range(least = 160, most = 1920) int inputSide) {

        SigmaLaw law() {
            return new SigmaLaw(
                    alpha, beta, units, measure, SigmaLaw.PAPER.targetUnit(), keptApart);
        }

        RingWeights weights() {
            return new RingWeights(first, second, third);
        }
    }

    @Override
    public String id() {
        return "helium";
    }

    @Override
    public Shortcut shortcut() {
        return Shortcut.OVERLAY_HELIUM;
    }

    @Override
    public Settings defaults() {
        SigmaLaw paper = SigmaLaw.PAPER;
        RingWeights weights = RingWeights.PAPER;
        return new Settings(
                10,
                paper.alpha(),
                paper.beta(),
                paper.units(),
                paper.measure(),
                false,
                weights.first(),
                weights.second(),
                weights.third(),
                8,
                640);
    }

    @Override
    public boolean applies(Settings settings, String component) {
        boolean calibrated = settings.units() == SigmaUnits.CALIBRATED;
        return switch (component) {
            case "alpha", "beta", "measure" -> !calibrated;
            case "stride" -> settings.units() == SigmaUnits.GRID;
            default -> true;
        };
    }

    @Override
    public String caption(Settings settings) {
        return text("caption", Numbers.factor(settings.magnification()));
    }

    @Override
    public Painting painting(OverlayScene scene, Settings settings) {
        List<RingPainter> all =
                scene.picture().targets().stream()
                        .map(t ->
                                new RingPainter(
                                        t,
                                        rings(t, scene, settings),
                                        settings.magnification(),
                                        settings.weights()))
                        .toList();
        return sight -> all.forEach(rings -> rings.paint(sight));
    }

    private static HeliumRings rings(Target target, OverlayScene scene, Settings settings) {
        return HeliumRings.of(
                target,
                scene.schema(),
                scene.picture().size(),
                settings.law(),
                settings.stride(),
                settings.inputSide());
    }

    /// What the calibrated rings come from: pairs of labels, or an assumption.
    private ReadOut calibrated(Schema schema) {
        return schema.noise()
                .map(noise ->
                        ReadOut.of(
                                text("measured"),
                                text(
                                        "measured.value",
                                        noise.pairs(),
                                        String.join(", ", noise.annotators()))))
                .orElseGet(() -> new ReadOut(text("assumed"), text("assumed.value"), true));
    }

    @Override
    public List<ReadOut> readOuts(OverlayScene scene, Settings settings) {
        Optional<Target> selected = scene.selectedTarget();
        if (selected.isEmpty()) {
            List<Target> targets = scene.picture().targets();
            long meeting =
                    targets.stream().filter(t -> rings(t, scene, settings).overlapping()).count();
            return List.of(
                    new ReadOut(
                            text("overlapping"), text("of", meeting, targets.size()), meeting > 0));
        }
        HeliumRings rings = rings(selected.get(), scene, settings);
        List<ReadOut> lines = new ArrayList<>();
        if (settings.units() == SigmaUnits.CALIBRATED) {
            lines.add(calibrated(scene.schema()));
        }
        double scale = InputFrame.of(scene.picture().size(), settings.inputSide()).scale();
        lines.add(ReadOut.of("d_min", both(rings.dMin(), scale)));
        lines.add(ReadOut.of("σ", both(rings.sigma(), scale)));
        lines.add(
                new ReadOut(
                        "6σ / d_min",
                        text(
                                rings.overlapping() ? "ratio.meeting" : "ratio.apart",
                                Numbers.three(6 * rings.sigma() / rings.dMin())),
                        rings.overlapping()));
        return lines;
    }

    /// A length in picture px and, behind it, in input px.
    private String both(double inPicture, double scale) {
        return text("both", Numbers.px(inPicture), Numbers.three(inPicture * scale));
    }
}
