package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;

/// Helium loss of the residual in deviations along and across the light bar.
///
/// Formula: `reference H(z; 1)`, `z = (e·û / along, e·n̂ / across)`, H the weighted mean of
/// [Helium]. Ours, after \[S0\]; with equal deviations it is [HeliumPrecision]. Best where the
/// noise along and across was measured.
///
/// @param rings weights and what they are divided by
/// @param reference one length for the whole data set, px: the median of `sqrt(along across)`
/// @param eps deviations by which tips are rounded
public record HeliumMahalanobis(Rings rings, double reference, double eps) implements KeypointLoss {

    private static final Point X = new Point(1, 0);
    private static final Point Y = new Point(0, 1);

    public HeliumMahalanobis {
        Require.positive("reference", reference);
        Require.notNegative("eps", eps);
    }

    @Override
    public String id() {
        return "helium-maha";
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        EndNoise noise = label.noise();
        Point z = Whitening.of(e, noise.direction(), noise.along(), noise.across());
        LossValue white = RingDistance.of(z, X, Y, rings, Norm.L2, eps).times(reference);
        return Whitening.back(white, noise.direction(), noise.along(), noise.across());
    }
}
