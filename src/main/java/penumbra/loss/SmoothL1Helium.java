package penumbra.loss;

import java.util.List;
import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// Smooth L1 of the Helium loss.
///
/// Formula: [Huber] of [Helium]; per keypoint, or of the sum over the target's labelled keypoints.
/// Source: \[S0\] III-D, which reads per target. Departure: per keypoint by default, for a whole
/// target is beyond the threshold nearly always and then this is Helium less a half.
///
/// Because Helium is above 0 at the label, the gradient near it is that of Helium times its value.
///
/// @param helium what it is taken of
/// @param threshold where the line begins, px
/// @param level of one keypoint or of a whole target
public record SmoothL1Helium(Helium helium, double threshold, Level level) implements KeypointLoss {

    /// What the threshold is compared with.
    public enum Level {
        KEYPOINT,
        TARGET
    }

    public SmoothL1Helium {
        Require.notNegative("threshold", threshold);
    }

    @Override
    public String id() {
        return "smoothl1-h";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        return smoothed(helium.at(e, label));
    }

    /// For a deviation that is known, px.
    public LossValue at(Point e, double deviation) {
        return smoothed(helium.at(e, deviation));
    }

    /// On the level of a target the reduction has no part: eq. 7 adds before eq. 1 bends.
    @Override
    public TargetValue target(List<KeypointResidual> points, Reduction reduction) {
        if (level == Level.KEYPOINT) {
            return TargetValue.of(this, points, reduction);
        }
        TargetValue sum = helium.target(points, Reduction.SUM);
        double slope = Huber.slope(sum.value(), threshold);
        return new TargetValue(
                Huber.value(sum.value(), threshold),
                sum.gradients().stream().map(g -> g.times(slope)).toList(),
                sum.labelled());
    }

    private LossValue smoothed(LossValue inner) {
        double slope = Huber.slope(inner.value(), threshold);
        return new LossValue(
                Huber.value(inner.value(), threshold), inner.dx() * slope, inner.dy() * slope);
    }
}
