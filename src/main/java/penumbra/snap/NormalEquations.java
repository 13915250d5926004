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

    /// Adds one residual and its derivatives by all parameters, both times `weight`.
    void add(double residual, double[] derivatives, double weight) {
        double squared = weight * weight;
        cost += squared * residual * residual;
        for (int i = 0; i < gradient.length; i++) {
            double d = squared * derivatives[i];
            if (d != 0) {
                gradient[i] += d * residual;
                double[] row = normal[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += d * derivatives[j];
                }
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

    /// Adds what is known of the difference of two parameters beforehand: that it is about zero.
    void addDifference(int first, int second, double[] parameters, double deviation) {
        double weight = 1 / (deviation * deviation);
        double difference = parameters[first] - parameters[second];
        cost += weight * difference * difference;
        gradient[first] += weight * difference;
        gradient[second] -= weight * difference;
        normal[first][first] += weight;
        normal[second][second] += weight;
        normal[Math.max(first, second)][Math.min(first, second)] -= weight;
    }

    double cost() {
        return cost;
    }

    double[] gradient() {
        return gradient;
    }

    /// The factor of the normal matrix with its diagonal enlarged; empty when it is singular.
    Optional<Cholesky> factor(double damping) {
        double[][] damped = new double[normal.length][];
        for (int i = 0; i < damped.length; i++) {
            damped[i] = normal[i].clone();
            damped[i][i] *= 1 + damping;
        }
        return Cholesky.of(damped);
    }
}
