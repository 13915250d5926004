package penumbra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import penumbra.engine.net.Parameter;
import penumbra.engine.torch.Torch;

class OptimizerTest {

    private Torch torch;
    private NDManager scope;
    private NDArray parameter;
    private NDArray gradient;
    private List<ParameterGroup> groups;

    @BeforeEach
    void open() throws Exception {
        torch = Torch.open(1);
        scope = torch.scope();
        parameter = scope.create(new float[] {1, -2});
        gradient = scope.zeros(parameter.getShape());
        groups = List.of(new ParameterGroup(List.of(new Parameter(parameter, gradient)), 0.1));
    }

    @AfterEach
    void close() {
        torch.close();
    }

    /// Adds these numbers to the parameter's gradient.
    private void gradient(float... values) {
        torch.fragment("(x: Tensor, y: Tensor) -> Tensor:\n    return torch.add_(x, y)\n")
                .apply(gradient, scope.create(values));
    }

    @Test
    void nesterovMomentumLooksAhead() {
        Sgd sgd = new Sgd(torch, scope, groups);
        gradient(3, 4);
        sgd.step(new Optimizer.Step(List.of(0.5), 0.9));

        // g = 3 + 0.1 and 4 - 0.2; the first velocity is g, so the step is 0.5 * 1.9 g.
        assertThat(parameter.toFloatArray())
                .containsExactly(new float[] {-1.945f, -5.61f}, within(1e-5f));
    }

    @Test
    void adamsFirstStepIsTheRateAndDecaysTheWeightByItself() {
        AdamW adam = new AdamW(torch, scope, groups);
        gradient(3, -1e-3f);
        adam.step(new Optimizer.Step(List.of(0.5), 0));

        // 1 * (1 - 0.05) - 0.5 and -2 * (1 - 0.05) + 0.5.
        assertThat(parameter.toFloatArray())
                .containsExactly(new float[] {0.45f, -1.4f}, within(1e-5f));
    }

    @Test
    void gradientsAddUpAreClippedTogetherAndCleared() {
        Gradients gradients = new Gradients(torch, groups);
        gradient(1, 2);
        gradient(2, 2);

        assertThat(gradients.clip(2.5)).isCloseTo(5, within(1e-6));
        assertThat(gradient.toFloatArray()).containsExactly(new float[] {1.5f, 2}, within(1e-5f));
        gradients.clear();
        assertThat(gradient.toFloatArray()).containsOnly(0);
    }
}
