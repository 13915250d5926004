package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

/// Helium loss: the distance from the prediction to a label that is known only in part.
///
/// Formula: `(Σ_j b_j Σ_i ‖e - j sigma u_i‖ + ‖e‖) / Z` over the 24 ring points of [Rings] and the
/// label. Source: \[S0\] eq. 6. Departures: Z is 8 Σb + 1 unless the printed one is chosen
/// ([penumbra.uncertainty.Normaliser]); the norm is rounded by eps.
///
/// Convex, smallest at the label, where its value is above 0 and its gradient 0. Inside half a
/// sigma it pulls with at most 0.3 of its force; far out it is the distance. It does not remove an
/// error that all labels share, and with purely normal noise L2 is the better estimate.
///
/// @param sigma deviation of a label from its target's size
/// @param rings weights and what they are divided by
/// @param norm distance to each point
/// @param eps px by which tips are rounded; 0 leaves them sharp
public record Helium(SigmaLaw sigma, Rings rings, Norm norm, double eps) implements KeypointLoss {

    public Helium {
        Require.notNegative("eps", eps);
    }

    @Override
    public String id() {
        return "helium";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        return at(e, sigma.sigma(label));
    }

    /// For a deviation that is known, px, 0 or more.
    public LossValue at(Point e, double deviation) {
        return RingDistance.of(
                e, new Point(deviation, 0), new Point(0, deviation), rings, norm, eps);
    }
}
