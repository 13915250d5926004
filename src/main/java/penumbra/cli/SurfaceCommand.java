package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import penumbra.geometry.Size;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.Skin;
import penumbra.plot.SurfaceChart;
import penumbra.plot.loss.CrossSection;
import penumbra.plot.loss.ExploredPlate;
import penumbra.plot.loss.LossMap;
import penumbra.plot.loss.NetworkInput;
import penumbra.plot.loss.SigmaCharts;
import penumbra.plot.loss.WeighedLoss;
import penumbra.plot.loss.Weight;
import penumbra.text.Texts;
import penumbra.uncertainty.LabelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `penumbra surface`: a keypoint loss over predicted positions, as a picture or as numbers.
@Command(name = "surface", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class SurfaceCommand implements Callable<Integer> {

    private static final int LEAST_NODES = 3;
    private static final int MOST_NODES = 1025;

    private final Console console;

    @Spec private CommandSpec spec;

    @Mixin private LossChoice choice;

    @Option(names = "--out", required = true, paramLabel = "FILE.png|svg|csv")
    private Path out;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "surface",
            converter = ViewIds.class,
            completionCandidates = ViewIds.class)
    private View view;

    @Option(names = "--d-min", paramLabel = "PX", defaultValue = "24")
    private double dMin;

    @Option(names = "--stride", paramLabel = "PX", defaultValue = "8")
    private int stride;

    @Option(names = "--range", paramLabel = "PX")
    private Double range;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "129")
    private int nodes;

    @Option(names = "--matched")
    private boolean matched;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "light",
            converter = SkinIds.class,
            completionCandidates = SkinIds.class)
    private Skin skin;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "720x560",
            converter = SynthCommand.Sizes.class)
    private Size size;

    @Option(names = "--overwrite")
    private boolean overwrite;

    @Mixin private Form form;

    /// What is drawn of the loss.
    enum View {
        SURFACE,
        MAP,
        SECTION,
        EXCESS,
        GRADIENT
    }

    private record Written(
            Path file,
            String loss,
            Map<String, Object> parameters,
            double dMin,
            double range,
            double gain) {}

    public SurfaceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandException {
        KeypointLoss loss = choice.loss(spec.commandLine());
        ChartFormat format =
                ChartFormat.of(out).orElseThrow(() -> misused("usage.chart-file", out));
        check();
        LabelContext label =
                ExploredPlate.example(new NetworkInput(NetworkInput.USUAL.side(), stride), dMin)
                        .labels()
                        .getFirst();
        double half = range == null ? SigmaCharts.usualRange(List.of(loss), label) : range;
        if (Files.exists(out) && !overwrite) {
            throw new CommandException(Texts.of(SurfaceCommand.class, "surface.exists", out));
        }
        WeighedLoss weighed = WeighedLoss.of(loss, label, new Weight(matched, 0.1));
        format.write(chart(weighed, half), skin, size, out);
        Written written =
                new Written(out, loss.id(), LossParameters.of(loss), dMin, half, weighed.gain());
        if (form.json()) {
            console.json(written);
        } else {
            console.say("surface.done", loss.title(), dMin, half, out);
        }
        return 0;
    }

    private void check() {
        boolean rangeFits = range == null || range > 0 && Double.isFinite(range);
        if (!(dMin > 0) || !Double.isFinite(dMin) || stride < 1 || !rangeFits) {
            throw misused("usage.surface");
        }
        if (nodes < LEAST_NODES || nodes > MOST_NODES || nodes % 2 == 0) {
            throw misused("usage.nodes", LEAST_NODES, MOST_NODES);
        }
    }

    private ParameterException misused(String key, Object... arguments) {
        return new ParameterException(
                spec.commandLine(), Texts.of(SurfaceCommand.class, key, arguments));
    }

    private Chart chart(WeighedLoss loss, double half) {
        CrossSection section = new CrossSection(List.of(loss), half, 0);
        return switch (view) {
            case SURFACE -> map(loss, half).surface(Optional.empty(), SurfaceChart.View.FIRST);
            case MAP -> map(loss, half).contour(Optional.empty(), false);
            case SECTION -> section.value();
            case EXCESS -> section.excess();
            case GRADIENT -> section.slope();
        };
    }

    private LossMap map(WeighedLoss loss, double half) {
        return LossMap.of(loss, false, half, nodes);
    }

    /// `surface`, `map` and so on.
    static final class ViewIds extends Ids<View> {
        ViewIds() {
            super(Arrays.asList(View.values()), view -> view.name().toLowerCase(Locale.ROOT));
        }
    }

    /// `light` and `dark`.
    static final class SkinIds extends Ids<Skin> {
        SkinIds() {
            super(Arrays.asList(Skin.values()), skin -> skin.name().toLowerCase(Locale.ROOT));
        }
    }
}
