package penumbra.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossSurface;
import penumbra.plot.Axis;
import penumbra.plot.Chart;
import penumbra.plot.SurfaceChart;
import penumbra.plot.loss.CrossSection;
import penumbra.plot.loss.ExploredPlate;
import penumbra.plot.loss.LossMap;
import penumbra.plot.loss.Motion;
import penumbra.plot.loss.SigmaCharts;
import penumbra.plot.loss.TargetSweep;
import penumbra.plot.loss.WeighedLoss;
import penumbra.plot.loss.Weight;
import penumbra.uncertainty.LabelContext;

/// Everything that the charts of a view depend on, so that they can be computed on any thread.
///
/// @param keypoint of the plate, by its index in the schema
/// @param losses chosen, with their parameters
/// @param range half width of what is shown, px; empty for the usual one
/// @param motion of the whole plate; its direction is that of the section, too
/// @param excess whether surfaces count from the label
/// @param arrows whether maps show the way down
/// @param angle from where surfaces are seen
record ChartRequest(
        View view,
        ExploredPlate plate,
        int keypoint,
        List<KeypointLoss> losses,
        Optional<Double> range,
        Weight weight,
        Motion motion,
        boolean excess,
        boolean arrows,
        SurfaceChart.View angle) {

    ChartRequest {
        losses = List.copyOf(losses);
    }

    LabelContext label() {
        return plate.labels().get(keypoint);
    }

    /// Half width of what is shown, px.
    double half() {
        return range.orElseGet(() -> SigmaCharts.usualRange(losses, label()));
    }

    /// In reading order. Of surfaces, first one for each loss, then one map for each.
    List<Chart> charts() {
        return switch (view) {
            case SECTION -> section();
            case SURFACE -> surfaces();
            case TARGET -> target();
            case SIGMA -> sigma();
        };
    }

    private List<WeighedLoss> weighed() {
        return WeighedLoss.all(losses, label(), weight);
    }

    private List<Chart> section() {
        CrossSection section = new CrossSection(weighed(), half(), motion.direction());
        return List.of(section.value(), section.excess(), section.slope());
    }

    private List<Chart> surfaces() {
        double half = half();
        List<LossMap> maps =
                weighed().stream()
                        .map(loss -> LossMap.of(loss, excess, half, LossSurface.NODES))
                        .toList();
        Optional<Axis.Range> range = weight.matched() ? LossMap.common(maps) : Optional.empty();
        return Stream.<Chart>concat(
                        maps.stream().map(map -> map.surface(range, angle)),
                        maps.stream().map(map -> map.contour(range, arrows)))
                .toList();
    }

    private List<Chart> target() {
        TargetSweep sweep = new TargetSweep(plate, weighed(), motion);
        return List.of(sweep.shift(), sweep.enlargement(), sweep.turn(), sweep.outline());
    }

    private List<Chart> sigma() {
        SigmaCharts charts = new SigmaCharts(losses, label(), half());
        return List.of(charts.againstSize(), charts.parameters(), charts.four());
    }
}
