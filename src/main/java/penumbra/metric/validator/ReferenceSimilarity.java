package penumbra.metric.validator;

import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.metric.Detection;
import penumbra.metric.Oks;
import penumbra.metric.Truth;

/// How alike a target and a detection are, in single precision as the reference compares them with
/// its thresholds.
final class ReferenceSimilarity {

    private static final float EPSILON = 1e-7f;

    private ReferenceSimilarity() {}

    /// Intersection over union; `1e-7` in the denominator.
    static float overlap(Box a, Box b) {
        float left = Math.max((float) a.x(), (float) b.x());
        float top = Math.max((float) a.y(), (float) b.y());
        float right = Math.min((float) a.right(), (float) b.right());
        float bottom = Math.min((float) a.bottom(), (float) b.bottom());
        float common = Math.max(right - left, 0) * Math.max(bottom - top, 0);
        return common / (area(a) + area(b) - common + EPSILON);
    }

    private static float area(Box box) {
        return ((float) box.right() - (float) box.x()) * ((float) box.bottom() - (float) box.y());
    }

    /// `Σ_k m_k exp(-d_k² / (2 (2 sigma_k)² (0.53 w h + 1e-7))) / (Σ m_k + 1e-7)`; 0 for a target
    /// without a labelled keypoint.
    static float keypoints(Truth truth, Detection detection, List<Double> sigmas) {
        double area = Oks.VALIDATOR_AREA * area(truth.box()) + EPSILON;
        double sum = 0;
        int labelled = 0;
        for (int k = 0; k < truth.points().size(); k++) {
            if (truth.labelled().get(k)) {
                Point d = truth.points().get(k).minus(detection.points().get(k));
                double kappa = 2 * sigmas.get(k);
                sum += Math.exp(-(d.x() * d.x() + d.y() * d.y()) / (2 * kappa * kappa * area));
                labelled++;
            }
        }
        return (float) (sum / (labelled + EPSILON));
    }
}
