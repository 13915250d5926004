package penumbra.uncertainty;

import penumbra.geometry.Point;

/// How far labels scatter by the size of their target, in the picture that was annotated:
/// [EndNoise#assumed] before anybody measured, else what a calibration found.
@FunctionalInterface
public interface NoiseLaw {

    /// @param outwards direction of the bar from its inner to this outer end, unit length
    /// @param gap smallest distance between two keypoints of the target, picture px
    EndNoise at(Point outwards, double gap);

    /// The same law with deviations multiplied.
    default NoiseLaw widened(double factor) {
        return (outwards, gap) -> at(outwards, gap).scaled(factor);
    }
}
