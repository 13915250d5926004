package penumbra.engine.heatmap;

import penumbra.engine.head.Logistic;

/// What a cell without any target costs in [penumbra.uncertainty.heatmap.FocalLoss#DEFAULT], and
/// its derivative by the logit, from tables: there are millions of such cells in a batch, and
/// exponential and logarithm of each took most of the loss's time.
///
/// Formula: `f(z) = p² ln(1 + e^z)`, `g = f' = p² (p + 2 q ln(1 + e^z))`, p = 1 - q the logistic of
/// z; between nodes cubic polynomials through value and slope at both. Off by less than 1e-8 of the
/// value; beyond the tables f is below 1e-20 (small logits) or computed (large ones).
final class FocalBackground {

    /// Below that a cell costs nothing.
    static final float LEAST = -16;

    private static final double MOST = 16;
    private static final int NODES_OF_ONE = 64;
    private static final int NODES = (int) (MOST - LEAST) * NODES_OF_ONE + 1;
    private static final double[] VALUES = new double[NODES];
    private static final double[] SLOPES = new double[NODES];
    private static final double[] BENDS = new double[NODES];

    static {
        for (int i = 0; i < NODES; i++) {
            double z = LEAST + (double) i / NODES_OF_ONE;
            double p = Logistic.sigmoid(z);
            double q = Logistic.sigmoid(-z);
            double s = Logistic.softplus(z);
            VALUES[i] = value(z);
            SLOPES[i] = slope(z);
            BENDS[i] = p * p * q * (5 * p + (4 * q - 2 * p) * s);
        }
    }

    private FocalBackground() {}

    private static double value(double z) {
        double p = Logistic.sigmoid(z);
        return p * p * Logistic.softplus(z);
    }

    private static double slope(double z) {
        double p = Logistic.sigmoid(z);
        return p * p * (p + 2 * Logistic.sigmoid(-z) * Logistic.softplus(z));
    }

    /// The sum over some logits; their derivatives times the factor are added.
    static double add(float[] z, float[] by, int from, int to, double factor) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (z[i] <= LEAST) {
                continue;
            }
            double place = ((double) z[i] - LEAST) * NODES_OF_ONE;
            int n = (int) place;
            if (n >= NODES - 1) {
                sum += value(z[i]);
                by[i] += (float) (factor * slope(z[i]));
            } else {
                double u = place - n;
                sum += between(VALUES, SLOPES, n, u);
                by[i] += (float) (factor * between(SLOPES, BENDS, n, u));
            }
        }
        return sum;
    }

    private static double between(double[] values, double[] slopes, int n, double u) {
        double here = values[n];
        double rise = values[n + 1] - here;
        double a = slopes[n] / NODES_OF_ONE;
        double b = slopes[n + 1] / NODES_OF_ONE;
        return here + u * (a + u * (3 * rise - 2 * a - b + u * (a + b - 2 * rise)));
    }
}
