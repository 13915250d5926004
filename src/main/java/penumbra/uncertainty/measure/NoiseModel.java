package penumbra.uncertainty.measure;

import penumbra.model.AxisLaw;

/// The law that pairs of annotations are taken to follow: normal about a bias, along and across the
/// bar, with a share of outliers that are wider in both.
///
/// Formula: `D ~ (1 - ε) N(bias, 2 diag(v_along, v_across)) + ε N(bias, 2 s² diag(...))`. Source:
/// the contaminated normal of \[C2\].
///
/// @param biasAlong mean of the differences along the bar, px
/// @param biasAcross across, px
/// @param outlierShare ε, 0 when the data show none
/// @param outlierScale s, 1 or more
record NoiseModel(
        AxisLaw along,
        AxisLaw across,
        double biasAlong,
        double biasAcross,
        double outlierShare,
        double outlierScale) {

    private static final double LOG_2PI = Math.log(2 * Math.PI);

    /// Sum of the squared standardised differences of a pair, both axes.
    double distance(NoisePair pair) {
        double a = pair.along() - biasAlong;
        double b = pair.across() - biasAcross;
        return a * a / (2 * along.variance(pair.gap())) + b * b / (2 * across.variance(pair.gap()));
    }

    double logDensity(NoisePair pair) {
        double spread = along.variance(pair.gap()) * across.variance(pair.gap());
        double q = distance(pair);
        double core = -LOG_2PI - Math.log(2) - Math.log(spread) / 2 - q / 2;
        if (outlierShare == 0) {
            return core;
        }
        return core + Math.log(1 - outlierShare) + Math.log1p(odds(q));
    }

    /// Probability that a pair is an outlier.
    double outlierProbability(NoisePair pair) {
        if (outlierShare == 0) {
            return 0;
        }
        double odds = odds(distance(pair));
        return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
    }

    private double odds(double q) {
        double s2 = outlierScale * outlierScale;
        return outlierShare / (1 - outlierShare) / s2 * Math.exp(q / 2 * (1 - 1 / s2));
    }
}
