package penumbra.uncertainty.measure;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import penumbra.model.AxisLaw;

/// How sure the parameters of a fitted [NoiseModel] are.
///
/// Formula: the sandwich `H⁻¹ G H⁻¹`, H the second derivatives of the log-likelihood, G the sum of
/// outer products of the pairs' scores; right also where the model is only near the truth. Source:
/// \[C4\]. Derivatives by central differences in parameters of size one; a parameter that lies on
/// its bound takes no part.
final class ModelUncertainty {

    private static final double STEP = 1e-3;
    private static final double SINGULAR = 1e-10;

    private final NoiseModel model;
    private final List<NoisePair> pairs;
    private final boolean[] free;

    /// Order: first and second of the law along, of the law across, bias along and across, logit of
    /// the outliers' share, logarithm of their scale.
    private final RealMatrix covariance;

    ModelUncertainty(NoiseModel model, List<NoisePair> pairs) {
        this.model = model;
        this.pairs = pairs;
        boolean mixed = model.outlierShare() > 0;
        this.free =
                new boolean[] {
                    true,
                    model.along().second() != 0,
                    true,
                    model.across().second() != 0,
                    true,
                    true,
                    mixed,
                    mixed
                };
        this.covariance = sandwich();
    }

    double biasAlongDeviation() {
        return Math.sqrt(model.along().variance() * covariance.getEntry(4, 4));
    }

    double biasAcrossDeviation() {
        return Math.sqrt(model.across().variance() * covariance.getEntry(5, 5));
    }

    /// Deviation of ln sigma along the bar at a gap.
    double along(double gap) {
        return logDeviation(0, gap);
    }

    /// Deviation of ln sigma across the bar at a gap.
    double across(double gap) {
        return logDeviation(2, gap);
    }

    private double logDeviation(int index, double gap) {
        double[] gradient = new double[free.length];
        for (int i = index; i < index + 2; i++) {
            if (free[i]) {
                gradient[i] = (logSigma(i, STEP, gap) - logSigma(i, -STEP, gap)) / (2 * STEP);
            }
        }
        double[] image = covariance.operate(gradient);
        double variance = 0;
        for (int i = 0; i < image.length; i++) {
            variance += image[i] * gradient[i];
        }
        return Math.sqrt(Math.max(0, variance));
    }

    private double logSigma(int parameter, double step, double gap) {
        NoiseModel moved = moved(parameter, step);
        return Math.log(parameter < 2 ? moved.along().sigma(gap) : moved.across().sigma(gap));
    }

    private RealMatrix sandwich() {
        int k = free.length;
        double[][] h = new double[k][k];
        double[][] g = new double[k][k];
        double[][] scores = new double[k][];
        for (int i = 0; i < k; i++) {
            scores[i] = scores(i);
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                if (free[i] && free[j]) {
                    h[i][j] = h[j][i] = -secondDerivative(i, j);
                    g[i][j] = g[j][i] = dot(scores[i], scores[j]);
                }
            }
        }
        RealMatrix inverse = pseudoInverse(h);
        return inverse.multiply(new Array2DRowRealMatrix(g)).multiply(inverse);
    }

    /// Parameters that take no part have rows of zeros and stay so.
    private static RealMatrix pseudoInverse(double[][] matrix) {
        SingularValueDecomposition svd =
                new SingularValueDecomposition(new Array2DRowRealMatrix(matrix));
        double[] values = svd.getSingularValues();
        RealMatrix s = new Array2DRowRealMatrix(values.length, values.length);
        for (int i = 0; i < values.length; i++) {
            s.setEntry(i, i, values[i] > SINGULAR * values[0] ? 1 / values[i] : 0);
        }
        return svd.getV().multiply(s).multiply(svd.getUT());
    }

    private double[] scores(int i) {
        double[] scores = new double[pairs.size()];
        if (free[i]) {
            NoiseModel up = moved(i, STEP);
            NoiseModel down = moved(i, -STEP);
            for (int p = 0; p < scores.length; p++) {
                NoisePair pair = pairs.get(p);
                scores[p] = (up.logDensity(pair) - down.logDensity(pair)) / (2 * STEP);
            }
        }
        return scores;
    }

    private double secondDerivative(int i, int j) {
        double sum = 0;
        for (int a = -1; a <= 1; a += 2) {
            for (int b = -1; b <= 1; b += 2) {
                NoiseModel moved = moved(moved(model, i, a * STEP), j, b * STEP);
                sum += a * b * NoiseFit.logLikelihood(moved, pairs);
            }
        }
        return sum / (4 * STEP * STEP);
    }

    private NoiseModel moved(int i, double step) {
        return moved(model, i, step);
    }

    private static NoiseModel moved(NoiseModel m, int i, double step) {
        AxisLaw along = m.along();
        AxisLaw across = m.across();
        double biasAlong = m.biasAlong();
        double biasAcross = m.biasAcross();
        double share = m.outlierShare();
        double scale = m.outlierScale();
        switch (i) {
            // A step in the logarithm keeps a variance above 0.
            case 0 -> along = along.with(along.first() * Math.exp(step), along.second());
            case 1 -> along = along.with(along.first(), along.second() + step);
            case 2 -> across = across.with(across.first() * Math.exp(step), across.second());
            case 3 -> across = across.with(across.first(), across.second() + step);
            case 4 -> biasAlong += step * Math.sqrt(along.variance());
            case 5 -> biasAcross += step * Math.sqrt(across.variance());
            case 6 -> {
                double odds = share / (1 - share) * Math.exp(step);
                share = odds / (1 + odds);
            }
            default -> scale *= Math.exp(step);
        }
        return new NoiseModel(along, across, biasAlong, biasAcross, share, scale);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
