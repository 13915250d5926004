package penumbra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import penumbra.engine.torch.Torch;

class OptimizerTest {

    private Torch torch;
    private NDManager scope;
    private NDArray parameter;
    private List<ParameterGroup> groups;

    @BeforeEach
    void open() throws Exception {
        torch = Torch.open(1);
        scope = torch.scope();
        parameter = scope.create(new float[] {1, -2});
        parameter.setRequiresGradient(true);
        groups = List.of(new ParameterGroup(List.of(parameter), 0.1));
    }

    @AfterEach
    void close() {
        torch.close();
    }

    /// Adds these numbers to the parameter's gradient.
    private void gradient(float... values) {
        NDArray same =
                torch.fragment("(x: Tensor) -> Tensor:\n    return torch.mul(x, 1.)\n")
                        .apply(true, parameter);
        JniUtils.backward((PtNDArray) same, (PtNDArray) scope.create(values), false, false);
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
        assertThat(parameter.getGradient().toFloatArray())
                .containsExactly(new float[] {1.5f, 2}, within(1e-5f));
        gradients.clear();
        assertThat(parameter.getGradient().toFloatArray()).containsOnly(0);
    }
}
