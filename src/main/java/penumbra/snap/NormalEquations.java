package penumbra.snap;

import java.util.Optional;

/// The sums that a least-squares step needs: `Σ r²`, `Jᵀ r` and the lower triangle of `Jᵀ J` over
/// weighted residuals r and their derivatives J.
final class NormalEquations {

    private final double[][] normal;
    private final double[] gradient;
    private double cost;

    NormalEquations(int parameters) {
        normal = new double[parameters][parameters];
        gradient = new double[parameters];
    }

    /// Adds one residual of the given variance and its derivatives by all parameters.
    void add(double residual, double[] derivatives, double variance) {
        cost += residual * residual / variance;
        for (int i = 0; i < gradient.length; i++) {
            double d = derivatives[i] / variance;
            gradient[i] += d * residual;
            double[] row = normal[i];
            for (int j = 0; j <= i; j++) {
                row[j] += d * derivatives[j];
            }
        }
    }

    /// Adds what is known of one parameter beforehand: that it misses its mean by `difference`,
    /// normal with the given standard deviation.
    void addPrior(int parameter, double difference, double deviation) {
        double weight = 1 / (deviation * deviation);
        cost += weight * difference * difference;
        gradient[parameter] += weight * difference;
        normal[parameter][parameter] += weight;
    }

    /// The same of the difference between two parameters, whose mean is zero.
    ///
    /// @param first a smaller index than `second`
    void addPrior(int first, int second, double difference, double deviation) {
        addPrior(first, difference, deviation);
        double weight = 1 / (deviation * deviation);
        gradient[second] -= weight * difference;
        normal[second][second] += weight;
        normal[second][first] -= weight;
    }

    double cost() {
        return cost;
    }

    double[] gradient() {
        return gradient;
    }

    /// The factor of the normal matrix with its diagonal enlarged by that share; empty when it is
    /// singular.
    Optional<Cholesky> factor(double damping) {
        double[][] damped = new double[normal.length][];
        for (int i = 0; i < damped.length; i++) {
            damped[i] = normal[i].clone();
            damped[i][i] *= 1 + damping;
        }
        return Cholesky.of(damped);
    }
}
