package penumbra.uncertainty;

import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.model.LabelNoise;

/// What a loss may know of a keypoint's label besides its place.
///
/// @param scale size of the target it belongs to
/// @param noise how far the label scatters, measured or assumed
public record LabelContext(TargetScale scale, EndNoise noise) {

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

    /// A keypoint by itself, whose label scatters evenly; its target is large enough that no clamp
    /// binds.
    public static LabelContext of(double sigma) {
        double gap = Math.max(100, 12 * sigma);
        TargetScale scale =
                new TargetScale(gap, gap, gap * gap, TargetScale.STRIDE, TargetScale.INPUT_SIDE);
        return new LabelContext(scale, EndNoise.isotropic(sigma));
    }
}
