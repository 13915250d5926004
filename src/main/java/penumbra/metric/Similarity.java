package penumbra.metric;

import java.util.Collections;
import java.util.List;

/// What must be alike for a prediction to have found a target.
public sealed interface Similarity {

    double of(Truth truth, Detection detection);

    /// Whether a target takes part.
    boolean counts(Truth truth);

    /// Intersection over union of the boxes.
    record Boxes() implements Similarity {

        @Override
        public double of(Truth truth, Detection detection) {
            return truth.box().iou(detection.box());
        }

        @Override
        public boolean counts(Truth truth) {
            return true;
        }
    }

    /// Keypoint similarity.
    ///
    /// @param sigmas of each keypoint; empty for 1/K
    record Keypoints(List<Double> sigmas, double areaFactor) implements Similarity {

        public Keypoints {
            sigmas = List.copyOf(sigmas);
        }

        @Override
        public double of(Truth truth, Detection detection) {
            int k = truth.points().size();
            List<Double> each = sigmas.isEmpty() ? Collections.nCopies(k, 1.0 / k) : sigmas;
            return new Oks(each, areaFactor).of(truth, detection.points());
        }

        @Override
        public boolean counts(Truth truth) {
            return truth.hasLabel();
        }
    }
}
