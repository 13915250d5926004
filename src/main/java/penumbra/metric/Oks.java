package penumbra.metric;

import java.util.List;
import penumbra.geometry.Point;

/// Object keypoint similarity: how alike two sets of keypoints are, given how well people agree.
///
/// Formula: `Σ_k m_k exp(-d_k² / (2 s² kappa_k²)) / Σ m_k`, `kappa = 2 sigma`, `s² = areaFactor w
/// h`. Source: \[M1\]; with sigma 1/K and areaFactor 0.53 it is that of \[M2\], so tolerant that
/// its precision measures detection, not place.
///
/// @param sigmas of each keypoint, relative to the square root of the area
/// @param areaFactor share of the box's area that counts
public record Oks(List<Double> sigmas, double areaFactor) {

    /// The factor by which \[M2\] turns a box's area into that of its object.
    public static final double VALIDATOR_AREA = 0.53;

    public Oks {
        sigmas = List.copyOf(sigmas);
    }

    /// 0 to 1; NaN for a target without a labelled keypoint. A target without area is 1 at its
    /// labels and 0 elsewhere.
    public double of(Truth truth, List<Point> predicted) {
        double scale = areaFactor * truth.box().area();
        double sum = 0;
        int labelled = 0;
        for (int k = 0; k < truth.points().size(); k++) {
            if (truth.labelled().get(k)) {
                double kappa = 2 * sigmas.get(k);
                double d = truth.points().get(k).distance(predicted.get(k));
                sum += d == 0 ? 1 : Math.exp(-d * d / (2 * scale * kappa * kappa));
                labelled++;
            }
        }
        return labelled == 0 ? Double.NaN : sum / labelled;
    }

    /// The distance at which a single keypoint's similarity is that threshold: `kappa s sqrt(2
    /// ln(1/T))`.
    ///
    /// @param side square root of the box's area
    public double tolerance(int keypoint, double side, double threshold) {
        double s = Math.sqrt(areaFactor) * side;
        return 2 * sigmas.get(keypoint) * s * Math.sqrt(2 * Math.log(1 / threshold));
    }
}
