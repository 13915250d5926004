package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.Shortcut;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.RingWeights;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.ScaleMeasure;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SigmaUnits;

/// The points that stand for a label in the Helium loss: the label and 24 points on rings of 1, 2
/// and 3 sigma. Sigma is often below a pixel, so the rings are drawn larger by a factor that is
/// written on the canvas; whether they overlap is judged at true scale.
final class HeliumOverlay implements Overlay<HeliumOverlay.Settings> {

    private static final Color APART = Color.web("#5eead4");
    private static final Color MEETING = Color.web("#ff8a50");

    /// Smaller rings on the screen are left out: only a spot would be seen.
    private static final double LEAST_RING = 1.5;

    /// Points of rings that lie closer together on the screen would run into each other.
    private static final double LEAST_GAP = 4;

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
    public void paint(GraphicsContext g, OverlayScene scene, Settings settings) {
        for (Target target : scene.picture().targets()) {
            HeliumRings rings = rings(target, scene, settings);
            if (scene.inSight(target, 3 * settings.magnification() * rings.sigma())) {
                paint(g, scene, settings, target, rings);
            }
        }
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

    private static void paint(
            GraphicsContext g,
            OverlayScene scene,
            Settings settings,
            Target target,
            HeliumRings rings) {
        Color colour = rings.overlapping() ? MEETING : APART;
        for (int k = 0; k < rings.scatter().size(); k++) {
            Optional<EndNoise> scatter = rings.scatter().get(k);
            if (scatter.isEmpty()) {
                continue;
            }
            Point label = target.keypoints().get(k).at();
            EndNoise enlarged = scatter.get().scaled(settings.magnification());
            if (scene.onScreen(3 * Math.max(enlarged.along(), enlarged.across())) >= LEAST_RING) {
                ovals(g, scene, label, enlarged, colour, rings.overlapping());
                if (scene.onScreen(Math.min(enlarged.along(), enlarged.across())) >= LEAST_GAP) {
                    points(g, scene, settings, label, enlarged, colour);
                }
            }
        }
    }

    private static void ovals(
            GraphicsContext g,
            OverlayScene scene,
            Point label,
            EndNoise scatter,
            Color colour,
            boolean meeting) {
        Point at = scene.onScreen(label);
        g.save();
        g.translate(at.x(), at.y());
        g.rotate(Math.toDegrees(Math.atan2(scatter.direction().y(), scatter.direction().x())));
        g.setLineWidth(1);
        g.setStroke(colour.deriveColor(0, 1, 1, 0.55));
        if (meeting) {
            g.setLineDashes(4, 3);
        }
        g.beginPath();
        for (int j = 1; j <= Rings.COUNT; j++) {
            double along = scene.onScreen(j * scatter.along());
            double across = scene.onScreen(j * scatter.across());
            g.moveTo(along, 0);
            g.arc(0, 0, along, across, 0, 360);
            g.closePath();
        }
        g.stroke();
        g.restore();
    }

    /// The label and the 24 points, as large as they weigh.
    private static void points(
            GraphicsContext g,
            OverlayScene scene,
            Settings settings,
            Point label,
            EndNoise scatter,
            Color colour) {
        double most = scene.onScreen(Math.min(scatter.along(), scatter.across()));
        List<Point> points = Rings.points(label, scatter);
        List<Disc> discs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double weight = settings.weights().of(1 + i / Rings.POINTS);
            double radius = Math.min(radius(weight), most / 2);
            discs.add(new Disc(scene.onScreen(points.get(i)), radius));
        }
        Disc.fill(g, discs, colour);
        Disc own = new Disc(scene.onScreen(label), Math.min(radius(1), most / 2));
        Disc.fill(g, List.of(own), Color.WHITE);
    }

    private static double radius(double weight) {
        return 0.6 + 2.2 * Math.sqrt(weight);
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
