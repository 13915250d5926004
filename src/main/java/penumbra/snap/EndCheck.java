package penumbra.snap;

import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// Decides whether a fitted bar is evidence enough to move the points of a label.
final class EndCheck {

    private static final double SHORTEST = 3;

    /// An end closer to the border than this, px, may be the border's.
    private static final double BORDER = 2;

    private EndCheck() {}

    /// Why the whole bar must stay; empty when it may move.
    ///
    /// @param from the label's end against the axis
    /// @param to the other
    /// @param peak light above the background in the bar's middle
    static Optional<Refusal> refusal(
            BarFit.Fit fit, Point from, Point to, LightPatch patch, double peak) {
        BarOutcome.Shape shape = fit.shape();
        double label = from.distance(to);
        double shift = Calibration.SHIFT + Calibration.SHIFT_SHARE * label;
        if (shape.length() < SHORTEST) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        if (shape.width() > Calibration.WIDE + Calibration.WIDE_SHARE * shape.length()) {
            return Optional.of(Refusal.MERGED);
        }
        if (Math.abs(shape.length() - label) > Calibration.LENGTH + Calibration.LENGTH_SHARE * label
                || fit.low().at().distance(from) > shift
                || fit.high().at().distance(to) > shift) {
            return Optional.of(Refusal.AMBIGUOUS);
        }
        if (shape.misfit() > Calibration.MOST_MISFIT) {
            return Optional.of(Refusal.UNCERTAIN);
        }
        Point axis = fit.high().at().minus(fit.low().at()).times(1 / shape.length());
        double within = Calibration.FALL_WITHIN + Calibration.FALL_WITHIN_SHARE * shape.length();
        return falls(fit.high().at(), axis, within, patch, peak)
                        && falls(fit.low().at(), axis.times(-1), within, patch, peak)
                ? Optional.empty()
                : Optional.of(Refusal.MERGED);
    }

    /// Whether it gets dark somewhere beyond an end; so it does at the border of the picture.
    private static boolean falls(
            Point end, Point outwards, double within, LightPatch patch, double peak) {
        double least = Double.POSITIVE_INFINITY;
        for (double u = 1; u <= within; u++) {
            least = Math.min(least, patch.at(end.plus(outwards.times(u))));
        }
        return least - patch.background() < Calibration.FALL * peak;
    }

    /// The end, with the reason when its point must stay although the bar was found.
    static BarOutcome.End judged(BarOutcome.End end, Keypoint label, Size picture) {
        Point at = end.at();
        boolean isInside =
                at.x() > BORDER
                        && at.y() > BORDER
                        && at.x() < picture.width() - BORDER
                        && at.y() < picture.height() - BORDER;
        if (label.visibility() != Visibility.VISIBLE || !isInside) {
            return end.keptBecause(Refusal.END_UNSEEN);
        }
        return end.along() > Calibration.MOST_SIGMA ? end.keptBecause(Refusal.UNCERTAIN) : end;
    }
}
