package penumbra.loss;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// Decoding and keypoint loss of the YOLOv8-pose head, to the letter.
///
/// Source: \[P1\]. Frame: grid cells of one level. The loss has no unit and does not depend on the
/// frame.
public final class YoloPose {

    private static final double TINY = 1e-9;

    /// One positive anchor.
    ///
    /// @param area of the target's box, in the points' frame
    public record Anchor(
            List<Point> predicted, List<Point> labels, List<Boolean> labelled, double area) {}

    private YoloPose() {}

    /// Grid position of a raw output: `2 raw + anchor - 0.5`, the anchor being the cell's middle,
    /// so `2 raw + cell`.
    public static Point decode(Point raw, int cellX, int cellY) {
        return new Point(2 * raw.x() + (cellX + 0.5) - 0.5, 2 * raw.y() + (cellY + 0.5) - 0.5);
    }

    /// Mean over anchors and keypoints of `f m_k (1 - exp(-e_k))` with `e_k = d² / ((2 sigma_k)² (A
    /// + 1e-9) 2)` and `f = K / (Σ m + 1e-9)`. Anchors without a label count in the mean, unlike in
    ///   [PoseLoss]. Gradients are with respect to the predicted points.
    ///
    /// @param sigmas OKS deviation of each keypoint
    public static PoseLoss.BatchValue loss(List<Anchor> anchors, List<Double> sigmas) {
        int k = sigmas.size();
        List<TargetValue> targets = new ArrayList<>();
        double sum = 0;
        for (Anchor anchor : anchors) {
            int labelled = (int) anchor.labelled().stream().filter(m -> m).count();
            double factor = k / (labelled + TINY) / ((double) k * anchors.size());
            double value = 0;
            List<Point> gradients = new ArrayList<>();
            for (int i = 0; i < k; i++) {
                LossValue at = LossValue.ZERO;
                if (anchor.labelled().get(i)) {
                    double kappa = 2 * sigmas.get(i);
                    Point e = anchor.predicted().get(i).minus(anchor.labels().get(i));
                    at = Oks.at(e, kappa * kappa * (anchor.area() + TINY)).times(factor);
                }
                value += at.value();
                gradients.add(at.gradient());
            }
            targets.add(new TargetValue(value, gradients, labelled));
            sum += value;
        }
        return new PoseLoss.BatchValue(sum, targets);
    }
}
