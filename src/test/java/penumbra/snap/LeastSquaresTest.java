package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    @Test
    void aLineThroughThreePointsIsTheTextbookOne() {
        // y = 1, 2, 4 at x = 0, 1, 2: slope 3/2, intercept 5/6, sum of squares 1/6.
        double[] y = {1, 2, 4};
        LeastSquares.Minimum minimum =
                LeastSquares.minimise(
                        (equations, p) -> {
                            for (int x = 0; x < 3; x++) {
                                equations.add(p[0] + p[1] * x - y[x], new double[] {1, x}, 1);
                            }
                        },
                        new double[] {10, -7},
                        1e-12);

        assertThat(minimum.parameters()[0]).isEqualTo(5.0 / 6, within(1e-6));
        assertThat(minimum.parameters()[1]).isEqualTo(1.5, within(1e-6));
        assertThat(minimum.equations().cost()).isEqualTo(1.0 / 6, within(1e-9));
        // (Jᵀ J)⁻¹ of [[3, 3], [3, 5]]: variances 5/6 and 1/2, of the sum 5/6 + 1/2 - 1 = 1/3.
        Cholesky factor = minimum.equations().factor(0).orElseThrow();
        assertThat(factor.variance(new double[] {1, 0})).isEqualTo(5.0 / 6, within(1e-12));
        assertThat(factor.variance(new double[] {0, 1})).isEqualTo(0.5, within(1e-12));
        assertThat(factor.variance(new double[] {1, 1})).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void aCurvedValleyIsFollowedToItsEnd() {
        // Rosenbrock (1960): 10 (y - x²) and 1 - x vanish at (1, 1).
        LeastSquares.Minimum minimum =
                LeastSquares.minimise(
                        (equations, p) -> {
                            equations.add(
                                    10 * (p[1] - p[0] * p[0]), new double[] {-20 * p[0], 10}, 1);
                            equations.add(1 - p[0], new double[] {-1, 0}, 1);
                        },
                        new double[] {-1.2, 1},
                        0);

        assertThat(minimum.parameters()[0]).isEqualTo(1, within(1e-4));
        assertThat(minimum.parameters()[1]).isEqualTo(1, within(1e-4));
    }

    @Test
    void variancesWeighResidualsAndPriors() {
        // 4 with variance 1 against a prior at 0 with deviation 0.5: (4 * 1 + 0 * 4) / 5.
        LeastSquares.Minimum minimum =
                LeastSquares.minimise(
                        (equations, p) -> {
                            equations.add(p[0] - 4, new double[] {1}, 1);
                            equations.addPrior(0, p[0], 0.5);
                        },
                        new double[] {3},
                        1e-12);

        assertThat(minimum.parameters()[0]).isEqualTo(0.8, within(1e-6));
    }

    @Test
    void aPriorOnADifferenceDrawsTwoParametersTogether() {
        // (a - 0)² + (b - 3)² + (a - b)² is least at a = 1, b = 2.
        LeastSquares.Minimum minimum =
                LeastSquares.minimise(
                        (equations, p) -> {
                            equations.add(p[0], new double[] {1, 0}, 1);
                            equations.add(p[1] - 3, new double[] {0, 1}, 1);
                            equations.addPrior(0, 1, p[0] - p[1], 1);
                        },
                        new double[] {9, -9},
                        1e-12);

        assertThat(minimum.parameters()[0]).isEqualTo(1, within(1e-6));
        assertThat(minimum.parameters()[1]).isEqualTo(2, within(1e-6));
        assertThat(minimum.equations().cost()).isEqualTo(3, within(1e-9));
    }

    @Test
    void whatNothingDeterminesHasNoFactor() {
        LeastSquares.Minimum minimum =
                LeastSquares.minimise(
                        (equations, p) -> equations.add(p[0] - 1, new double[] {1, 0}, 1),
                        new double[] {0, 5},
                        1e-12);

        assertThat(minimum.equations().factor(0)).isEmpty();
        assertThat(minimum.parameters()[1]).isEqualTo(5);
    }

    @Test
    void aStepIntoNothingIsNotTaken() {
        // The root of x is NaN below 0, and the first full step would land there.
        LeastSquares.Minimum minimum =
                LeastSquares.minimise(
                        (equations, p) ->
                                equations.add(
                                        Math.sqrt(p[0]) - 0.1,
                                        new double[] {0.5 / Math.sqrt(p[0])},
                                        1),
                        new double[] {4},
                        1e-14);

        assertThat(minimum.parameters()[0]).isEqualTo(0.01, within(1e-6));
    }

    @Test
    void theFactorSolvesItsMatrix() {
        // [[4, 2], [2, 5]] x = [10, 13] has x = (1.5, 2).
        Cholesky factor = Cholesky.of(new double[][] {{4, 0}, {2, 5}}).orElseThrow();

        assertThat(factor.solve(new double[] {10, 13})).containsExactly(1.5, 2);
        assertThat(Cholesky.of(new double[][] {{1, 0}, {2, 1}})).isEmpty();
    }
}
