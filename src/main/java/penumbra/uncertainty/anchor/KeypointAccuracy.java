package penumbra.uncertainty.anchor;

import java.util.List;
import java.util.OptionalDouble;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;

/// How right all keypoints of a target are together.
///
/// Formula: `r = mean over labelled keypoints of exp(-d² / (2 kappa² A))`, A the area of the
/// target's box. Source: \[S4\] eq. 8 for several keypoints at once, with sigma as a share of the
/// box's size instead of cells, so that levels of unlike strides can be compared. Ours.
///
/// @param kappa deviation as a share of the square root of the area, above 0
public record KeypointAccuracy(double kappa) {

    /// A quarter of the box.
    public static final KeypointAccuracy BOX = new KeypointAccuracy(0.25);

    /// Below that many square px a box counts as having that many.
    private static final double LEAST_AREA = 1;

    public KeypointAccuracy {
        if (!(kappa > 0) || !Double.isFinite(kappa)) {
            throw new IllegalArgumentException("kappa is above 0, not " + kappa);
        }
    }

    /// r, 0 to 1; it may underflow to 0. Empty without a labelled keypoint.
    ///
    /// @param area px²
    public OptionalDouble of(List<Point> predicted, List<Keypoint> labels, double area) {
        OptionalDouble logarithm = logarithm(predicted, labels, area);
        return logarithm.isPresent()
                ? OptionalDouble.of(Math.exp(logarithm.getAsDouble()))
                : logarithm;
    }

    /// `ln r`, which does not underflow: what candidates are ranked by.
    public OptionalDouble logarithm(List<Point> predicted, List<Keypoint> labels, double area) {
        double[] exponents = new double[labels.size()];
        int labelled = 0;
        double largest = Double.NEGATIVE_INFINITY;
        double spread = 2 * kappa * kappa * Math.max(LEAST_AREA, area);
        for (int k = 0; k < labels.size(); k++) {
            if (labels.get(k).labelled()) {
                double d = predicted.get(k).distance(labels.get(k).at());
                exponents[labelled] = -d * d / spread;
                largest = Math.max(largest, exponents[labelled++]);
            }
        }
        if (labelled == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < labelled; i++) {
            sum += Math.exp(exponents[i] - largest);
        }
        return OptionalDouble.of(largest + Math.log(sum / labelled));
    }
}
