package penumbra.loss;

import penumbra.uncertainty.TargetScale;

/// The one factor by which residuals in px are multiplied before losses of different targets are
/// added. A loss of [KeypointLoss#degree] n is multiplied by its n-th power.
public enum LossUnits {
    /// `1 / sqrt(area)`, the root 8 px at least: every target counts alike in relative error.
    BOX,
    /// `1 / stride`: \[S0\] on its code base; favours whatever level predicts the target.
    GRID,
    /// 1: every pixel counts alike.
    INPUT_PX,
    /// `1 / input side`.
    NORM,
    /// `1 / 40`, one constant near a usual box.
    CONST;

    private static final double LEAST_SIDE = 8;
    private static final double USUAL_SIDE = 40;

    public double factor(TargetScale scale) {
        return switch (this) {
            case BOX -> 1 / Math.max(LEAST_SIDE, Math.sqrt(scale.area()));
            case GRID -> 1 / scale.stride();
            case INPUT_PX -> 1;
            case NORM -> 1 / scale.inputSide();
            case CONST -> 1 / USUAL_SIDE;
        };
    }
}
