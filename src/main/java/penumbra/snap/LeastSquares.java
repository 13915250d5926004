package penumbra.snap;

import java.util.Optional;

/// Minimises a sum of squared residuals by the method of Levenberg and Marquardt: Gauss-Newton
/// steps with the diagonal of the normal equations enlarged (Marquardt 1963) until the sum falls.
final class LeastSquares {

    private static final int MOST_STEPS = 40;
    private static final double FIRST_DAMPING = 1e-2;
    private static final double LEAST_DAMPING = 1e-9;
    private static final double MOST_DAMPING = 1e7;
    private static final double FACTOR = 8;

    /// The residuals at some parameters.
    interface Problem {
        void addTo(NormalEquations equations, double[] parameters);
    }

    /// @param equations the normal equations at those parameters
    record Minimum(double[] parameters, NormalEquations equations) {}

    private LeastSquares() {}

    /// @param tolerance stop when a step lowers the sum of squares by less
    static Minimum minimise(Problem problem, double[] start, double tolerance) {
        Minimum best = evaluated(problem, start);
        double damping = FIRST_DAMPING;
        for (int step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step++) {
            Optional<double[]> next = step(best, damping);
            Minimum tried = next.map(at -> evaluated(problem, at)).orElse(best);
            double gain = best.equations.cost() - tried.equations.cost();
            if (next.isEmpty() || !(gain >= 0)) {
                damping *= FACTOR;
                continue;
            }
            best = tried;
            damping = Math.max(LEAST_DAMPING, damping / FACTOR);
            if (gain < tolerance) {
                break;
            }
        }
        return best;
    }

    private static Minimum evaluated(Problem problem, double[] at) {
        NormalEquations equations = new NormalEquations(at.length);
        problem.addTo(equations, at);
        return new Minimum(at, equations);
    }

    private static Optional<double[]> step(Minimum from, double damping) {
        return from.equations
                .factor(damping)
                .map(factor -> {
                    double[] move = factor.solve(from.equations.gradient());
                    double[] next = from.parameters.clone();
                    for (int i = 0; i < next.length; i++) {
                        next[i] -= move[i];
                    }
                    return next;
                });
    }
}
