package penumbra.uncertainty.anchor;

/// The task-aligned metric of YOLOv8's assigner, with the accuracy of keypoints blended into that
/// of the box.
///
/// Formula: `t = c^a · IoU^(b (1 - m)) · r^(b m)`. Ours: \[S4\] eq. 9 on the public assigner, which
/// is m 0.
///
/// @param scoreExponent a
/// @param accuracyExponent b
/// @param blend m, 0 box alone to 1 keypoints alone
public record AlignmentBlend(double scoreExponent, double accuracyExponent, double blend) {

    /// Half and half with the public exponents.
    public static final AlignmentBlend DEFAULT = new AlignmentBlend(0.5, 6, 0.5);

    public AlignmentBlend {
        if (!(blend >= 0 && blend <= 1)) {
            throw new IllegalArgumentException("the blend is 0 to 1: " + blend);
        }
    }

    /// @param confidence class score, 0 to 1
    /// @param overlap of the boxes, held to 0 or more
    /// @param accuracy of the keypoints, 0 to 1
    public double metric(double confidence, double overlap, double accuracy) {
        return Math.pow(confidence, scoreExponent) * quality(overlap, accuracy, accuracyExponent);
    }

    /// `IoU^(1 - m) r^m`, which takes the overlap's place in the soft target.
    public double quality(double overlap, double accuracy) {
        return quality(overlap, accuracy, 1);
    }

    private double quality(double overlap, double accuracy, double exponent) {
        return Math.pow(Math.max(0, overlap), exponent * (1 - blend))
                * Math.pow(accuracy, exponent * blend);
    }
}
