package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

/// Helium loss in units of each label's own deviation: sure labels count more.
///
/// Formula: `reference H(e; sigma) / sigma`, H the weighted mean of [Helium]. Ours, after \[S0\].
/// Not with a sigma that is wrong: it costs as much as the right one gains.
///
/// @param sigma deviation of a label from its target's size
/// @param rings weights and what they are divided by
/// @param reference one length for the whole data set, px: the median deviation
/// @param eps px by which tips are rounded
public record HeliumPrecision(SigmaLaw sigma, Rings rings, double reference, double eps)
        implements KeypointLoss {

    public HeliumPrecision {
        Require.positive("reference", reference);
        Require.notNegative("eps", eps);
    }

    @Override
    public String id() {
        return "helium-prec";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        return at(e, sigma.sigma(label));
    }

    /// For a deviation that is known, px; below 1e-6 px it counts as that, so that no label weighs
    /// without bound.
    public LossValue at(Point e, double known) {
        double deviation = Math.max(EndNoise.LEAST, known);
        return new Helium(sigma, rings, Norm.L2, eps).at(e, deviation).times(reference / deviation);
    }
}
