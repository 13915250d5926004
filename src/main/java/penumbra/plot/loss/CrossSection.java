package penumbra.plot.loss;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import penumbra.geometry.Point;
import penumbra.loss.LossValue;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.text.Texts;

/// Losses along a line through the label.
///
/// @param losses drawn together
/// @param range of the offset from the label on both sides, px, above 0
/// @param direction of the line, degrees from the x axis towards the y axis, which runs down
public record CrossSection(List<WeighedLoss> losses, double range, double direction) {

    /// Odd, so that the label itself is one.
    static final int NODES = 401;

    public CrossSection {
        losses = List.copyOf(losses);
    }

    public LineChart value() {
        return chart("value", WeighedLoss::unit, (loss, at) -> loss.at(at).value());
    }

    /// The value less that at the label, which no training ever gets below.
    public LineChart excess() {
        return chart(
                "excess",
                WeighedLoss::unit,
                (loss, at) -> loss.at(at).value() - loss.at(new Point(0, 0)).value());
    }

    /// The exact derivative along the line; at the label the subgradient nearest to 0.
    public LineChart slope() {
        Point way = way();
        return chart(
                "slope",
                WeighedLoss::slopeUnit,
                (loss, at) -> {
                    LossValue value = loss.at(at);
                    return value.gradient().dot(way);
                });
    }

    private Point way() {
        double angle = Math.toRadians(direction);
        return new Point(Math.cos(angle), Math.sin(angle));
    }

    private LineChart chart(
            String key,
            Function<WeighedLoss, String> unit,
            ToDoubleBiFunction<WeighedLoss, Point> quantity) {
        Point way = way();
        double[] at = steps(-range, range);
        WeighedLoss.ValueAxis axis =
                WeighedLoss.ValueAxis.of(text(key + ".axis"), losses.stream().map(unit).toList());
        List<LineChart.Line> lines =
                losses.stream()
                        .map(loss -> {
                            double[] values = new double[at.length];
                            for (int i = 0; i < at.length; i++) {
                                values[i] = quantity.applyAsDouble(loss, way.times(at[i]));
                            }
                            return new LineChart.Line(
                                    axis.line(loss.title(), unit.apply(loss)), values, loss.look());
                        })
                        .toList();
        return new LineChart(
                text(key + ".title"),
                Axis.of(text("offset"), "px").within(-range, range),
                at,
                axis.axis(),
                lines,
                List.of(new LineChart.Mark(0, text("label"))));
    }

    /// Evenly spaced places, the middle one exact.
    static double[] steps(double from, double to) {
        double[] at = new double[NODES];
        double middle = (from + to) / 2;
        for (int i = 0; i < NODES; i++) {
            at[i] = middle + (to - from) * (i - NODES / 2) / (NODES - 1);
        }
        return at;
    }

    private static String text(String key) {
        return Texts.of(CrossSection.class, key);
    }
}
