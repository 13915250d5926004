package penumbra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.net.Execution;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.net.Network;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.torch.Torch;

class AverageTest {

    @Test
    void theAverageFollowsWeightsAndRunningStatisticsCloselyAtFirst() throws Exception {
        YoloV8Pose architecture = new YoloV8Pose(Scale.N, new HeadLayout(1, 4, 2));
        try (Torch torch = Torch.open(1);
                Network network =
                        new Network(
                                torch,
                                architecture,
                                InitialWeights.of(architecture, 0),
                                Execution.FAST);
                Average average =
                        new Average(
                                torch,
                                network,
                                Execution.FAST,
                                Average.Rule.STOCK,
                                network.weights(),
                                0)) {
            NDArray[] moved = {
                network.tensors().get("model.0.bn.weight"),
                network.tensors().get("model.0.bn.running_mean")
            };
            torch.fragment(
                            "(x: List[Tensor], by: float) -> float:\n"
                                    + "    torch._foreach_add_(x, by)\n    return 0.\n")
                    .run(List.<NDArray[]>of(moved), 3);

            average.update();

            double d = 0.9999 * (1 - Math.exp(-1 / 2000.0));
            assertThat(average.decay()).isEqualTo(d);
            assertThat(average.weights().tensor("model.0.bn.weight").floats()[5])
                    .isCloseTo((float) (1 * d + 4 * (1 - d)), within(1e-6f));
            assertThat(average.weights().tensor("model.0.bn.running_mean").floats()[5])
                    .isCloseTo((float) (3 * (1 - d)), within(1e-6f));
            assertThat(network.weights().tensor("model.0.bn.weight").floats()[5]).isEqualTo(4);
        }
    }

    @Test
    void withoutStepsTheAverageReachesOverANinthOfThoseSoFarUpToItsLimit() {
        Average.Rule rule = new Average.Rule(0.9, 0);

        assertThat(rule.after(1)).isEqualTo(2.0 / 11);
        assertThat(rule.after(62)).isEqualTo(63.0 / 72);
        assertThat(rule.after(1000)).isEqualTo(0.9);
    }
}
