package penumbra.engine.heatmap;

import penumbra.engine.head.Logistic;
import penumbra.uncertainty.heatmap.FocalLoss;

/// [FocalLoss#DEFAULT] over maps of logits, fast where nothing is: most cells of most maps.
///
/// Departure: a logit below -16 on the background costs nothing; it would cost less than 1e-20.
///
/// @param factor what the derivatives are multiplied with
record FocalMaps(MapOutput maps, MapOutput gradient, double factor) {

    private static final float NOTHING = -16;

    /// The sum over a map without any target.
    double background(int picture, int channel) {
        float[] z = maps.values();
        float[] by = gradient.values();
        int from = maps.from(picture, channel);
        double sum = 0;
        for (int i = from; i < from + maps.cells(); i++) {
            if (z[i] > NOTHING) {
                // Probability and softplus from one exponential: most of the loss's time is here.
                double e = Math.exp(-Math.abs(z[i]));
                double small = e / (1 + e);
                double p = z[i] >= 0 ? 1 - small : small;
                double softplus = Math.max(z[i], 0) + Logistic.logOfOnePlus(e);
                sum += p * p * softplus;
                by[i] += (float) (factor * p * p * (p + 2 * (1 - p) * softplus));
            }
        }
        return sum;
    }

    /// The sum over a map with targets.
    ///
    /// @param y target of each cell, 1 where an object is
    double map(int picture, int channel, double[] y) {
        double sum = background(picture, channel);
        int from = maps.from(picture, channel);
        for (int i = 0; i < y.length; i++) {
            if (y[i] > 0) {
                float z = maps.values()[from + i];
                FocalLoss.Cell without = FocalLoss.DEFAULT.cell(Math.max(z, NOTHING), 0);
                FocalLoss.Cell with = FocalLoss.DEFAULT.cell(z, y[i]);
                boolean counted = z > NOTHING;
                sum += with.value() - (counted ? without.value() : 0);
                gradient.values()[from + i] +=
                        (float) (factor * (with.slope() - (counted ? without.slope() : 0)));
            }
        }
        return sum;
    }
}
