package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.InputFrame;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SigmaUnits;
import penumbra.uncertainty.TargetScale;

/// The rings of one target: the law works on its size as the network sees it, the result is back in
/// picture px.
///
/// @param dMin smallest distance between two labelled keypoints, picture px
/// @param sigma of each labelled keypoint, picture px; their geometric mean with ellipses
/// @param scatter along and across for each keypoint in schema order, picture px; empty where the
///   keypoint is not labelled
record HeliumRings(double dMin, double sigma, List<Optional<EndNoise>> scatter) {

    /// @param stride input px of a cell, for the units that count in cells
    /// @param inputSide of the network, px
    static HeliumRings of(
            Target target, Schema schema, Size picture, SigmaLaw law, int stride, int inputSide) {
        InputFrame frame = InputFrame.of(picture, inputSide);
        List<LabelContext> labels = LabelContext.of(target, schema, frame, stride, inputSide);
        boolean measured = law.units() == SigmaUnits.CALIBRATED;
        List<Optional<EndNoise>> scatter = new ArrayList<>();
        double sigma = 0;
        for (int k = 0; k < target.keypoints().size(); k++) {
            if (!target.keypoints().get(k).labelled()) {
                scatter.add(Optional.empty());
                continue;
            }
            sigma = frame.toPicture(law.sigma(labels.get(k)));
            scatter.add(
                    Optional.of(
                            measured
                                    ? labels.get(k).noise().scaled(1 / frame.scale())
                                    : EndNoise.isotropic(Math.max(sigma, 1e-300))));
        }
        double gap = TargetScale.of(target, schema, stride, inputSide).dMin();
        return new HeliumRings(gap, sigma, scatter);
    }

    /// Whether the 3 sigma rings of the two nearest keypoints meet, at true scale.
    boolean overlapping() {
        return !SigmaLaw.ringsDisjoint(dMin, sigma);
    }
}
