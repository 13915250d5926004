package penumbra.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import penumbra.loss.KeypointLoss;
import penumbra.plot.Chart;
import penumbra.plot.LineChart;
import penumbra.plot.SurfaceChart;
import penumbra.plot.run.EpochCharts;
import penumbra.plot.run.ErrorCharts;
import penumbra.plot.run.LandscapeMap;
import penumbra.plot.run.PlatePath;
import penumbra.plot.run.PlateTarget;
import penumbra.plot.run.SigmaDistribution;
import penumbra.plot.run.SigmaTarget;
import penumbra.plot.run.StepCharts;
import penumbra.run.EpochMeasure;

/// All charts of a run, in the order in which they stand on their pages.
final class Cards {

    /// The card whose curve leads to the plates behind it.
    static final String CED = "ced";

    static final List<Card> ALL =
            List.of(
                    lines(
                            "step-losses",
                            Set.of(Page.OVERVIEW, Page.LOSSES),
                            s -> StepCharts.losses(s.own(), s.options().scale())),
                    lines(
                            "epoch-losses",
                            Set.of(Page.LOSSES),
                            s -> EpochCharts.losses(s.own(), s.options().scale())),
                    lines("rate", Set.of(Page.LOSSES), s -> StepCharts.learningRate(s.own())),
                    lines("fitness", Set.of(Page.LOSSES), s -> runs(s, EpochMeasure.FITNESS)),
                    lines(
                            CED,
                            Set.of(Page.OVERVIEW, Page.ERRORS),
                            s ->
                                    ErrorCharts.cumulative(
                                            s.errors(), s.options().unit(), s.options().against())),
                    lines(
                            "rmse",
                            Set.of(Page.OVERVIEW, Page.SCORES),
                            s -> runs(s, EpochMeasure.RMSE)),
                    lines("nme", Set.of(Page.SCORES), s -> runs(s, EpochMeasure.NME)),
                    lines(
                            "parts",
                            Set.of(Page.ERRORS),
                            s -> ErrorCharts.parts(s.newestErrors(), s.options().against())),
                    lines(
                            "along-across",
                            Set.of(Page.ERRORS),
                            s ->
                                    measures(
                                            s,
                                            EpochMeasure.ALONG,
                                            EpochMeasure.ACROSS,
                                            EpochMeasure.MEDIAN)),
                    lines(
                            "size",
                            Set.of(Page.ERRORS),
                            s -> ErrorCharts.bySize(s.newestErrors(), s.options().against())),
                    lines(
                            "pose-map",
                            Set.of(Page.OVERVIEW, Page.SCORES),
                            s ->
                                    measures(
                                            s,
                                            EpochMeasure.POSE_MAP50,
                                            EpochMeasure.POSE_MAP75,
                                            EpochMeasure.POSE_MAP)),
                    lines(
                            "box-map",
                            Set.of(Page.SCORES),
                            s ->
                                    measures(
                                            s,
                                            EpochMeasure.BOX_MAP50,
                                            EpochMeasure.BOX_MAP75,
                                            EpochMeasure.BOX_MAP)),
                    lines("sigmas", Set.of(Page.SIGMA), s -> EpochCharts.sigmas(s.own())),
                    lines(
                            "sigma-spread",
                            Set.of(Page.SIGMA),
                            s -> SigmaDistribution.of(s.plates(), s.schema(), s.loss(), s.side())),
                    new Card("target", Set.of(Page.SIGMA), Cards::target),
                    new Card(
                            "surface",
                            Set.of(Page.SURFACE),
                            s -> onPath(s, (p, l) -> p.contour(l, s.keypoint()))),
                    new Card(
                            "surface-3d",
                            Set.of(Page.SURFACE),
                            s ->
                                    onPath(
                                            s,
                                            (p, l) ->
                                                    p.surface(
                                                            l,
                                                            s.keypoint(),
                                                            SurfaceChart.View.FIRST))),
                    new Card("plate", Set.of(Page.SURFACE), s -> s.path().map(PlatePath::outline)),
                    landscape("landscape", LandscapeMap.Measure.LOSS),
                    landscape("landscape-auc", LandscapeMap.Measure.AUC),
                    lines("pace", Set.of(Page.MACHINE), s -> StepCharts.pace(s.own())),
                    lines("memory", Set.of(Page.MACHINE), s -> StepCharts.memory(s.own())));

    private Cards() {}

    static List<Card> on(Page page) {
        return ALL.stream().filter(c -> c.pages().contains(page)).toList();
    }

    /// Charts of lines, of which there is one where any line has a value.
    private static Card lines(String id, Set<Page> pages, Function<Shown, LineChart> chart) {
        return new Card(
                id, pages, s -> Optional.of(chart.apply(s)).filter(Cards::drawn).map(c -> c));
    }

    private static boolean drawn(Chart chart) {
        return chart instanceof LineChart lines
                && lines.at().length > 0
                && lines.lines().stream().anyMatch(LineChart.Line::hasValues);
    }

    private static Card landscape(String id, LandscapeMap.Measure measure) {
        return new Card(
                id,
                Set.of(Page.LANDSCAPE),
                s ->
                        s.landscape()
                                .map(map ->
                                        s.options().inSpace()
                                                ? map.surface(measure, SurfaceChart.View.FIRST)
                                                : map.contour(measure)));
    }

    private static Optional<Chart> onPath(
            Shown shown, BiFunction<PlatePath, KeypointLoss, Chart> chart) {
        return shown.path().flatMap(path -> shown.loss().map(loss -> chart.apply(path, loss)));
    }

    /// On the plate that is looked at; where none is known by itself.
    private static Optional<Chart> target(Shown shown) {
        return shown.path()
                .flatMap(p ->
                        PlateTarget.of(
                                shown.history(),
                                p,
                                shown.loss(),
                                shown.run().record().cell(),
                                shown.keypoint()))
                .or(() -> SigmaTarget.of(shown.history(), shown.options().keypoint()))
                .map(c -> c);
    }

    private static LineChart runs(Shown shown, EpochMeasure measure) {
        return EpochCharts.runs(shown.all(), measure, shown.options().against());
    }

    private static LineChart measures(Shown shown, EpochMeasure... measures) {
        return EpochCharts.measures(shown.own(), List.of(measures), shown.options().against());
    }
}
