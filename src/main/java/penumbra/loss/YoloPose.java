package penumbra.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.uncertainty.TargetScale;

/// Decoding and keypoint term of the YOLOv8-pose head, to the letter.
///
/// Formula: `gain · mean over anchors and keypoints of f m_k (1 - exp(-e_k))` with `e_k = d² / ((2
/// sigma_k)² (A + 1e-9) 2)`, A and d in cells, `f = K / (Σ m + 1e-9)`. Source: \[P1\]. Anchors
/// without a label count in the mean, unlike in [PoseLoss]. It has no unit. Not to be used where a
/// prediction can be far off: beyond a box length the derivative vanishes.
///
/// @param sigmas OKS deviation of each keypoint relative to the square root of the area
/// @param gain overall factor, 0 or more
public record YoloPose(List<Double> sigmas, double gain) implements PoseTerm {

    /// Gain of the reference.
    public static final double STOCK_GAIN = 12;

    /// The reference's deviation for the four keypoints of a plate.
    static final double PLATE_SIGMA = 0.25;

    private static final double TINY = 1e-9;

    private static final List<Double> COCO =
            List.of(
                    0.026, 0.025, 0.025, 0.035, 0.035, 0.079, 0.079, 0.072, 0.072, 0.062, 0.062,
                    0.107, 0.107, 0.087, 0.087, 0.089, 0.089);

    public YoloPose {
        sigmas = List.copyOf(sigmas);
        Require.notNegative("gain", gain);
    }

    /// The reference's term: COCO's sigmas for 17 keypoints with visibility, else 1/K.
    ///
    /// @param dims numbers that the head has for each keypoint, 3 with visibility
    public static YoloPose stock(int keypoints, int dims) {
        return new YoloPose(
                keypoints == COCO.size() && dims == 3
                        ? COCO
                        : Collections.nCopies(keypoints, 1.0 / keypoints),
                STOCK_GAIN);
    }

    /// Grid position of a raw output: `2 raw + anchor - 0.5`, the anchor being the cell's middle,
    /// so `2 raw + cell`.
    public static Point decode(Point raw, int cellX, int cellY) {
        return new Point(2 * raw.x() + (cellX + 0.5) - 0.5, 2 * raw.y() + (cellY + 0.5) - 0.5);
    }

    @Override
    public BatchValue of(List<List<KeypointResidual>> batch) {
        List<TargetValue> targets = batch.stream().map(a -> target(a, batch.size())).toList();
        return new BatchValue(targets.stream().mapToDouble(TargetValue::value).sum(), targets);
    }

    private TargetValue target(List<KeypointResidual> points, int anchors) {
        int labelled = (int) points.stream().filter(KeypointResidual::labelled).count();
        double factor = gain / (labelled + TINY) / anchors;
        double value = 0;
        List<Point> gradients = new ArrayList<>(points.size());
        for (int k = 0; k < points.size(); k++) {
            LossValue at = LossValue.ZERO;
            if (points.get(k).labelled()) {
                double kappa = 2 * sigmas.get(k);
                TargetScale scale = points.get(k).label().scale();
                double area = scale.area() + TINY * scale.stride() * scale.stride();
                at = Oks.at(points.get(k).residual(), kappa * kappa * area).times(factor);
            }
            value += at.value();
            gradients.add(at.gradient());
        }
        return new TargetValue(value, gradients, labelled);
    }
}
