package penumbra.plot.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import penumbra.loss.Helium;
import penumbra.loss.HeliumPrecision;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.LossSurface;
import penumbra.loss.Losses;
import penumbra.loss.Rice;
import penumbra.loss.SmoothL1Helium;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.text.Texts;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.TargetScale;

/// The deviation that the losses give a label, and the figures of \[S0\] about it, for the chosen
/// parameters.
///
/// @param losses with their parameters; those that are missing here have their defaults
/// @param label of the explored keypoint
/// @param range half the width of the figures, px
public record SigmaCharts(List<KeypointLoss> losses, LabelContext label, double range) {

    private static final double WIDEST = 100;
    private static final double SHOWN_SIGMAS = 6;
    private static final int TOUCH_LOOK = 5;
    private static final List<String> FOUR = List.of("helium", "l1", "l2", "smoothl1");

    public SigmaCharts {
        losses = List.copyOf(losses);
    }

    /// Sigma against d_min, the target enlarged and shrunk as a whole. The laws of the chosen
    /// losses, else that of Helium; and the line above which the rings of neighbours meet.
    public LineChart againstSize() {
        double own = label.scale().dMin();
        double most = Math.max(WIDEST, 2 * own);
        double[] at = CrossSection.steps(0, most);
        List<LineChart.Line> lines = new ArrayList<>();
        List<KeypointLoss> lawful = losses.stream().filter(loss -> law(loss).isPresent()).toList();
        for (KeypointLoss loss : lawful.isEmpty() ? List.of(chosen("helium")) : lawful) {
            SigmaLaw law = law(loss).orElseThrow();
            double[] values = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                values[i] = own > 0 ? law.sigma(sized(at[i] / own)) : Double.NaN;
            }
            lines.add(
                    new LineChart.Line(
                            loss.title() + ", " + law.units(), values, WeighedLoss.look(loss)));
        }
        double[] touch = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            touch[i] = at[i] / 6;
        }
        lines.add(new LineChart.Line(text("touch"), touch, TOUCH_LOOK));
        double top =
                lines.subList(0, lines.size() - 1).stream()
                        .flatMapToDouble(line -> Arrays.stream(line.values()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
        return new LineChart(
                text("size.title"),
                Axis.of(text("size.axis"), "px").within(0, most),
                at,
                Axis.of(text("sigma"), "px").within(0, top * 1.1),
                lines,
                List.of(new LineChart.Mark(own, text("plate"))));
    }

    /// Helium along a line for the parameter set and for twice and half its alpha and beta, after
    /// \[S0\] figure 3. Excess over the label, so that the bottoms can be compared; as far as they
    /// differ.
    public LineChart parameters() {
        KeypointLoss helium = chosen("helium");
        List<KeypointLoss> variants = variants(helium);
        double sigma = variants.stream().mapToDouble(this::sigma).max().orElseThrow();
        double half = Math.min(range, SHOWN_SIGMAS * sigma);
        List<LineChart.Line> lines = new ArrayList<>();
        for (KeypointLoss variant : variants) {
            SigmaLaw law = law(variant).orElseThrow();
            lines.add(
                    new LineChart.Line(
                            text(
                                    "variant",
                                    number(law.alpha()),
                                    number(law.beta()),
                                    number(sigma(variant))),
                            section(List.of(variant), half).excess().lines().getFirst().values(),
                            lines.size()));
        }
        LineChart like = section(List.of(helium), half).excess();
        return new LineChart(
                text("parameters.title"), like.x(), like.at(), like.y(), lines, like.marks());
    }

    private static List<KeypointLoss> variants(KeypointLoss helium) {
        SigmaLaw law = law(helium).orElseThrow();
        double[][] factors = {{1, 1}, {2, 1}, {0.5, 1}, {1, 2}, {1, 0.5}};
        return Arrays.stream(factors)
                .map(f -> Map.of("alpha", law.alpha() * f[0], "beta", law.beta() * f[1]))
                .map(change -> LossParameters.with(helium, change))
                .toList();
    }

    private double sigma(KeypointLoss loss) {
        return law(loss).orElseThrow().sigma(label);
    }

    /// The four losses together, after \[S0\] figure 4.
    public LineChart four() {
        LineChart together = section(FOUR.stream().map(this::chosen).toList(), range).value();
        return together.titled(text("four.title"));
    }

    private CrossSection section(List<KeypointLoss> shown, double half) {
        return new CrossSection(WeighedLoss.all(shown, label, Weight.AS_DEFINED), half, 0);
    }

    private KeypointLoss chosen(String id) {
        return losses.stream()
                .filter(loss -> loss.id().equals(id))
                .findFirst()
                .or(() -> Losses.byId(id))
                .orElseThrow();
    }

    private LabelContext sized(double factor) {
        TargetScale scale = label.scale().scaled(factor);
        return new LabelContext(scale, label.noise());
    }

    /// The law by which a loss knows its sigma, for those that have one.
    public static Optional<SigmaLaw> law(KeypointLoss loss) {
        return switch (loss) {
            case Helium l -> Optional.of(l.sigma());
            case SmoothL1Helium l -> Optional.of(l.helium().sigma());
            case Rice l -> Optional.of(l.sigma());
            case HeliumPrecision l -> Optional.of(l.sigma());
            default -> Optional.empty();
        };
    }

    /// Half the side of a square that shows the bend of every one of the losses, px.
    public static double usualRange(List<KeypointLoss> losses, LabelContext label) {
        double sigma =
                losses.stream()
                        .flatMap(loss -> law(loss).stream())
                        .mapToDouble(law -> law.sigma(label))
                        .max()
                        .orElse(0);
        return LossSurface.usualRange(sigma);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(SigmaCharts.class, key, arguments);
    }
}
