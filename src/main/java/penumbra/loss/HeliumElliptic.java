package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;

/// Helium loss whose rings are ellipses along the light bar.
///
/// Formula: as [Helium], with ring points `j (along sin û + across cos n̂)`. Ours, after \[S0\].
/// Far out it pulls alike in all directions, near the label less along the bar.
///
/// @param rings weights and what they are divided by
/// @param eps px by which tips are rounded
public record HeliumElliptic(Rings rings, double eps) implements KeypointLoss {

    public HeliumElliptic {
        Require.notNegative("eps", eps);
    }

    @Override
    public String id() {
        return "helium-ell";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        EndNoise noise = label.noise();
        return RingDistance.of(
                e,
                noise.direction().times(noise.along()),
                noise.normal().times(noise.across()),
                rings,
                Norm.L2,
                eps);
    }
}
