package penumbra.engine.loss;

import java.util.Collections;
import java.util.List;
import penumbra.engine.head.HeadLayout;

/// 1 - OKS of the keypoints of one anchor: mean over the labelled ones of 1 - exp(-e), e = d^2 / (2
/// (2 s)^2 (area + 1e-9)), d the distance of prediction and label, s the keypoint's sigma, area
/// that of the object's box, all in cells.
///
/// Source: D. Maji et al., YOLO-Pose, CVPRW 2022, eq. 4, as Ultralytics 8.3.253 weights it: an
/// anchor whose object has no labelled keypoint contributes 0. Not to be used where a label can be
/// far off: beyond a box length the derivative vanishes.
///
/// @param sigmas one for each keypoint, relative to the square root of the area
public record OksLoss(List<Double> sigmas) {

    private static final double AREA_EPSILON = 1e-9;
    private static final double COUNT_EPSILON = 1e-9;

    private static final List<Double> COCO =
            List.of(
                    0.026, 0.025, 0.025, 0.035, 0.035, 0.079, 0.079, 0.072, 0.072, 0.062, 0.062,
                    0.107, 0.107, 0.087, 0.087, 0.089, 0.089);

    public OksLoss {
        sigmas = List.copyOf(sigmas);
    }

    /// The reference's sigmas: COCO's for 17 keypoints with visibility, else 1/K.
    public static OksLoss stock(HeadLayout layout) {
        int k = layout.keypoints();
        return new OksLoss(
                k == COCO.size() && layout.dims() == 3 ? COCO : Collections.nCopies(k, 1.0 / k));
    }

    /// The loss of one anchor; its derivatives are written.
    ///
    /// @param dx prediction minus label along x for each keypoint, cells
    /// @param labelled which keypoints count
    /// @param area of the object's box, square cells
    /// @param byX derivative by each predicted x, overwritten
    public double evaluate(
            double[] dx, double[] dy, boolean[] labelled, double area, double[] byX, double[] byY) {
        int k = dx.length;
        int count = 0;
        for (boolean one : labelled) {
            count += one ? 1 : 0;
        }
        double share = 1 / (count + COUNT_EPSILON);
        double loss = 0;
        for (int j = 0; j < k; j++) {
            byX[j] = 0;
            byY[j] = 0;
            if (labelled[j]) {
                double twoSigma = 2 * sigmas.get(j);
                double spread = 2 * twoSigma * twoSigma * (area + AREA_EPSILON);
                double similarity = Math.exp(-(dx[j] * dx[j] + dy[j] * dy[j]) / spread);
                loss += share * (1 - similarity);
                byX[j] = share * similarity * 2 * dx[j] / spread;
                byY[j] = share * similarity * 2 * dy[j] / spread;
            }
        }
        return loss;
    }
}
