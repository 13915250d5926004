package penumbra.plot.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import penumbra.geometry.Point;
import penumbra.loss.KeypointResidual;
import penumbra.loss.Reduction;
import penumbra.model.Keypoint;
import penumbra.plot.Axis;
import penumbra.plot.Figure;
import penumbra.plot.LineChart;
import penumbra.plot.OutlineChart;
import penumbra.text.Texts;

/// The loss of a whole target, the mean over its labelled keypoints, while one part of a motion
/// varies and the others stay.
///
/// @param plate labelled
/// @param losses drawn together; their labels' own context is used at each keypoint
/// @param motion of the prediction as it is now, marked in each chart
public record TargetSweep(ExploredPlate plate, List<WeighedLoss> losses, Motion motion) {

    /// How far the sweeps go: shift in px on both sides, enlargement, turn in degrees.
    public static final double MOST_SHIFT = 16;

    public static final double LEAST_ENLARGEMENT = 0.5;
    public static final double MOST_ENLARGEMENT = 1.5;
    public static final double MOST_TURN = 45;

    public TargetSweep {
        losses = List.copyOf(losses);
    }

    public LineChart shift() {
        return chart("shift", "px", -MOST_SHIFT, MOST_SHIFT, motion::withShift, motion.shift());
    }

    public LineChart enlargement() {
        return chart(
                "enlargement",
                "1",
                LEAST_ENLARGEMENT,
                MOST_ENLARGEMENT,
                motion::withEnlargement,
                motion.enlargement());
    }

    public LineChart turn() {
        return chart("turn", "\u00b0", -MOST_TURN, MOST_TURN, motion::withTurn, motion.turn());
    }

    /// Label and prediction in the plane of the input.
    public OutlineChart outline() {
        List<Point> labelled = plate.labelledPoints();
        Point middle = Motion.middle(labelled);
        List<Point> moved = labelled.stream().map(p -> motion.of(p, middle)).toList();
        return new OutlineChart(
                text("outline.title"),
                Axis.of("x", "px"),
                Axis.of("y", "px"),
                List.of(
                        new Figure(text("label"), labelled, Figure.Style.RING, 0),
                        new Figure(text("prediction"), moved, Figure.Style.RING, 1)));
    }

    /// The loss of the whole target after a motion.
    double value(WeighedLoss loss, Motion moved) {
        Point middle = Motion.middle(plate.labelledPoints());
        List<KeypointResidual> residuals = new ArrayList<>();
        for (int k = 0; k < plate.points().size(); k++) {
            Keypoint point = plate.points().get(k);
            Point residual = moved.of(point.at(), middle).minus(point.at());
            residuals.add(new KeypointResidual(residual, point.labelled(), plate.labels().get(k)));
        }
        return loss.loss().target(residuals, Reduction.MEAN).value() * loss.factor();
    }

    private LineChart chart(
            String key,
            String unit,
            double from,
            double to,
            DoubleFunction<Motion> vary,
            double now) {
        double[] at = CrossSection.steps(from, to);
        WeighedLoss.ValueAxis axis =
                WeighedLoss.ValueAxis.of(
                        text("target.axis"), losses.stream().map(WeighedLoss::unit).toList());
        List<LineChart.Line> lines = new ArrayList<>();
        for (WeighedLoss loss : losses) {
            double[] values = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                values[i] = value(loss, vary.apply(at[i]));
            }
            lines.add(
                    new LineChart.Line(axis.line(loss.title(), loss.unit()), values, loss.look()));
        }
        return new LineChart(
                text(key + ".title"),
                Axis.of(text(key + ".axis"), unit).within(from, to),
                at,
                axis.axis(),
                lines,
                List.of(new LineChart.Mark(now, text("now"))));
    }

    private static String text(String key) {
        return Texts.of(TargetSweep.class, key);
    }
}
