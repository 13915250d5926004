package penumbra.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.InputFrame;
import penumbra.geometry.Point;
import penumbra.model.LabelNoise;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What a loss may know of a keypoint's label besides its place.
///
/// @param scale size of the target it belongs to
/// @param noise how far the label scatters, measured or assumed
public record LabelContext(TargetScale scale, EndNoise noise) {

    /// Where there is no bar.
    static final Point ANY = new Point(1, 0);

    /// With the noise that is assumed before anybody measured.
    ///
    /// @param direction of the bar, outwards, unit length
    public static LabelContext assumed(TargetScale scale, Point direction) {
        return new LabelContext(scale, EndNoise.assumed(direction, scale.dMin()));
    }

    /// With the noise that a project's labels are taken to have.
    ///
    /// @param measured of the project's schema
    /// @param direction of the bar, outwards, unit length
    public static LabelContext of(
            Optional<LabelNoise> measured, TargetScale scale, Point direction) {
        return new LabelContext(scale, EndNoise.of(measured, direction, scale.dMin()));
    }

    /// Of each keypoint of a target, as a network sees it: in input px, with the noise that the
    /// project's labels are taken to have.
    ///
    /// @param target in picture px
    /// @param frame of the network's input
    /// @param stride input px of a cell
    /// @param inputSide px
    public static List<LabelContext> of(
            Target target, Schema schema, InputFrame frame, double stride, double inputSide) {
        TargetScale inPicture = TargetScale.of(target, schema, stride, inputSide);
        TargetScale inInput = inPicture.scaled(frame.scale());
        List<LabelContext> labels = new ArrayList<>();
        for (int k = 0; k < target.keypoints().size(); k++) {
            Point direction = schema.outwards(target.keypoints(), k).orElse(ANY);
            // People click in the picture, so what is known of them is in picture px.
            EndNoise noise = EndNoise.of(schema.noise(), direction, inPicture.dMin());
            labels.add(new LabelContext(inInput, noise.scaled(frame.scale())));
        }
        return labels;
    }

    /// A keypoint by itself, whose label scatters evenly; its target is large enough that no clamp
    /// binds.
    public static LabelContext of(double sigma) {
        double gap = Math.max(100, 12 * sigma);
        TargetScale scale =
                new TargetScale(gap, gap, gap * gap, TargetScale.STRIDE, TargetScale.INPUT_SIDE);
        return new LabelContext(scale, EndNoise.isotropic(sigma));
    }
}
