package penumbra.plot.loss;

import java.util.List;
import java.util.Locale;
import penumbra.geometry.Point;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossValue;
import penumbra.loss.Losses;
import penumbra.plot.Axis;
import penumbra.text.Texts;
import penumbra.uncertainty.LabelContext;

/// A loss on its way into a chart.
///
/// @param gain as a person reads it, 1 as defined
/// @param factor its values are multiplied by
public record WeighedLoss(
        KeypointLoss loss, LabelContext label, Weight weight, double gain, double factor) {

    /// Gains take a while to integrate: not on the window's thread.
    public static WeighedLoss of(KeypointLoss loss, LabelContext label, Weight weight) {
        return new WeighedLoss(
                loss, label, weight, weight.gain(loss, label), weight.factor(loss, label));
    }

    public static List<WeighedLoss> all(
            List<KeypointLoss> losses, LabelContext label, Weight weight) {
        return losses.stream().map(loss -> of(loss, label, weight)).toList();
    }

    /// Value and gradient for a residual in input px.
    public LossValue at(Point residual) {
        return loss.at(residual, label).times(factor);
    }

    /// Unit of the values, `1` without.
    public String unit() {
        return weight.matched() ? "1" : loss.unit();
    }

    /// Unit of the gradients.
    public String slopeUnit() {
        return switch (unit()) {
            case "1" -> "1/px";
            case "px" -> "1";
            default -> "px";
        };
    }

    /// Title and gain.
    public String title() {
        return weight.matched()
                ? Texts.of(
                        WeighedLoss.class,
                        "weighed",
                        loss.title(),
                        String.format(Locale.ROOT, "%.4g", gain))
                : loss.title();
    }

    /// The same look in every chart and whatever else is shown: by its place in the list of all.
    public int look() {
        return look(loss);
    }

    public static int look(KeypointLoss loss) {
        List<String> ids = Losses.ALL.stream().map(KeypointLoss::id).toList();
        return Math.max(0, ids.indexOf(loss.id()));
    }

    /// The axis of values of several losses, which says the unit when they share one, and what a
    /// line of one of them is called then.
    record ValueAxis(Axis axis, boolean shared) {

        static ValueAxis of(String label, List<String> units) {
            boolean shared = units.stream().distinct().count() <= 1;
            String unit =
                    !shared
                            ? Texts.of(WeighedLoss.class, "unit.each")
                            : units.isEmpty() ? "1" : units.getFirst();
            return new ValueAxis(Axis.of(label, unit), shared);
        }

        String line(String title, String unit) {
            return shared ? title : Axis.of(title, unit).text();
        }
    }
}
