package penumbra.plot.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import penumbra.geometry.Covariance;
import penumbra.loss.KeypointLoss;
import penumbra.metric.ErrorCurve;
import penumbra.model.Schema;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.plot.loss.SigmaCharts;
import penumbra.run.PlateResult;
import penumbra.text.Texts;
import penumbra.uncertainty.LabelContext;

/// How the deviations of the keypoints are distributed over the validation plates: the share of
/// plates whose sigma is at most so large. Picture px.
///
/// - what the run's loss takes a label's sigma to be, by its [penumbra.uncertainty.SigmaLaw] on the
///   finest grid, where the loss has one
/// - how far the network's last epochs disagree about its keypoints ([penumbra.run.EpochScatter]),
///   `sqrt(mean of (σxx + σyy) / 2)`, where enough of them found the plate
/// - what labels are taken to scatter, `sqrt(along across)`: measured by second looks (CALIBRATED),
///   else assumed
public final class SigmaDistribution {

    private static final int PLACES = 200;
    private static final double ROOM = 1.1;
    private static final int LOSS_LOOK = 0;
    private static final int FOUND_LOOK = 2;
    private static final int LABEL_LOOK = 1;

    private SigmaDistribution() {}

    /// @param plates of one validation
    /// @param loss that the run minimises, as a function of one keypoint
    /// @param side of the network's input, px
    /// @return without lines where there are no plates
    public static LineChart of(
            List<PlateResult> plates, Schema schema, Optional<KeypointLoss> loss, int side) {
        List<PlateResult> known =
                plates.stream().filter(p -> p.label().size() == schema.keypointCount()).toList();
        List<Distribution> all = new ArrayList<>();
        loss.ifPresent(l ->
                SigmaCharts.law(l)
                        .ifPresent(law ->
                                all.add(
                                        new Distribution(
                                                text("spread.loss", l.title()),
                                                curve(
                                                        known,
                                                        p ->
                                                                Optional.of(
                                                                        law.sigma(
                                                                                        label(
                                                                                                p,
                                                                                                schema,
                                                                                                side))
                                                                                / p.gain())),
                                                LOSS_LOOK))));
        all.add(
                new Distribution(
                        text("spread.found"), curve(known, SigmaDistribution::found), FOUND_LOOK));
        all.add(
                new Distribution(
                        text(schema.noise().isPresent() ? "spread.measured" : "spread.assumed"),
                        curve(
                                known,
                                p ->
                                        Optional.of(
                                                label(p, schema, side).noise().sigma() / p.gain())),
                        LABEL_LOOK));
        return chart(all.stream().filter(d -> d.curve().errors().length > 0).toList());
    }

    private record Distribution(String name, ErrorCurve curve, int look) {

        double median() {
            double[] sorted = curve.errors();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        double most() {
            return curve.errors()[curve.errors().length - 1];
        }
    }

    private static LineChart chart(List<Distribution> all) {
        double most = ROOM * all.stream().mapToDouble(Distribution::most).max().orElse(1);
        double[] at =
                all.isEmpty()
                        ? new double[0]
                        : IntStream.rangeClosed(0, PLACES)
                                .mapToDouble(i -> most * i / PLACES)
                                .toArray();
        return new LineChart(
                text("spread.title"),
                Axis.of(text("spread.axis"), "px").within(0, most),
                at,
                Axis.of(text("spread.share"), "1").within(0, 1),
                all.stream()
                        .map(d ->
                                new LineChart.Line(
                                        text("spread.line", d.name(), d.median()),
                                        Arrays.stream(at).map(d.curve()::share).toArray(),
                                        d.look()))
                        .toList(),
                List.of());
    }

    private static ErrorCurve curve(
            List<PlateResult> plates, Function<PlateResult, Optional<Double>> sigma) {
        return ErrorCurve.of(plates.stream().flatMap(p -> sigma.apply(p).stream()).toList());
    }

    /// Size and noise of a plate's first keypoint, input px; those of the others are as large.
    private static LabelContext label(PlateResult plate, Schema schema, int side) {
        return PlatePath.explored(plate, schema, side).labels().getFirst();
    }

    private static Optional<Double> found(PlateResult plate) {
        return plate.covariances().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Math.sqrt(
                                plate.covariances().stream()
                                        .mapToDouble(SigmaDistribution::variance)
                                        .average()
                                        .orElseThrow()));
    }

    /// Of one coordinate.
    private static double variance(Covariance c) {
        return (c.xx() + c.yy()) / 2;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(SigmaDistribution.class, key, arguments);
    }
}
