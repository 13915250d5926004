package penumbra.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.engine.Golden;
import penumbra.engine.GoldenCase;
import penumbra.engine.weights.Weights;

class LossGoldenTest {

    @ParameterizedTest
    @CsvSource({"main, 104", "one_empty, 74", "none, 0"})
    void lossAndItsDerivativeByTheHeadAreTheReferences(String batch, int positives)
            throws Exception {
        Weights golden = Golden.tensors("k4v3/loss_" + batch);

        LossResult result =
                HeadLoss.stock(GoldenCase.LAYOUT)
                        .evaluate(GoldenCase.outputs("train"), GoldenCase.targets(golden));

        assertThat(result.positives()).isEqualTo(positives);
        float[] expected = golden.tensor("loss_items").floats();
        LossItems items = result.items();
        double[] actual = {
            items.box(), items.pose(), items.visibility(), items.score(), items.distances()
        };
        double worst = 0;
        for (int i = 0; i < actual.length; i++) {
            worst =
                    Math.max(
                            worst, Math.abs(actual[i] - expected[i]) / Math.max(expected[i], 1e-3));
        }
        assertThat(Golden.say(batch + " items", worst)).isLessThan(Golden.LOSS);
        float total = golden.tensor("loss_total").floats()[0];
        assertThat(Golden.say(batch + " total", Math.abs(result.total() - total) / total))
                .isLessThan(Golden.LOSS);
        assertThat(
                        Golden.deviation(
                                batch + " head gradient",
                                GoldenCase.gradient(golden).values(),
                                result.gradient().values()))
                .isLessThan(Golden.LOSS);
    }
}
