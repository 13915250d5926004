package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
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
        TargetScale inPicture = TargetScale.of(target, schema, stride, inputSide);
        TargetScale scale = inPicture.scaled(frame.scale());
        boolean measured = law.units() == SigmaUnits.CALIBRATED;
        List<Optional<EndNoise>> scatter = new ArrayList<>();
        double sigma = 0;
        for (int k = 0; k < target.keypoints().size(); k++) {
            if (!target.keypoints().get(k).labelled()) {
                scatter.add(Optional.empty());
                continue;
            }
            // People click in the picture, so what is known of them is in picture px.
            EndNoise noise =
                    EndNoise.of(schema.noise(), outwards(target, schema, k), inPicture.dMin());
            double s = law.sigma(new LabelContext(scale, noise.scaled(frame.scale())));
            sigma = frame.toPicture(s);
            scatter.add(
                    Optional.of(measured ? noise : EndNoise.isotropic(Math.max(sigma, 1e-300))));
        }
        return new HeliumRings(inPicture.dMin(), sigma, scatter);
    }

    /// Unit vector along the bar to its end k; any direction where there is no bar.
    private static Point outwards(Target target, Schema schema, int k) {
        Keypoint end = target.keypoints().get(k);
        return schema.edges().stream()
                .flatMap(edge ->
                        edge.from() == k
                                ? Stream.of(edge.to())
                                : edge.to() == k ? Stream.of(edge.from()) : Stream.empty())
                .map(other -> target.keypoints().get(other))
                .filter(other -> other.labelled() && other.at().distance(end.at()) > 0)
                .map(other -> end.at().minus(other.at()))
                .map(way -> way.times(1 / way.norm()))
                .findFirst()
                .orElse(new Point(1, 0));
    }

    /// Whether the 3 sigma rings of the two nearest keypoints meet, at true scale.
    boolean overlapping() {
        return !SigmaLaw.ringsDisjoint(dMin, sigma);
    }
}
