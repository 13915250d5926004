package penumbra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import penumbra.data.input.InputLabel;
import penumbra.engine.assign.SmallTargetAssigner;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.loss.LossGains;
import penumbra.engine.net.Division;
import penumbra.engine.net.Execution;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.net.Network;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingTest {

    private static final HeadLayout LAYOUT = new HeadLayout(2, 4, 3);
    private static final YoloV8Pose NETWORK = new YoloV8Pose(Scale.N, LAYOUT);
    private static final AnchorGrid SIZE = new AnchorGrid(64, 64);
    private static final Optimizer.Step STEP =
            new Optimizer.Step(List.of(0.001, 0.001, 0.001), 0.9);
    private static final HeadLoss STOCK = HeadLoss.stock(LAYOUT);
    private static final HeadLoss LOSS =
            new HeadLoss(
                    SmallTargetAssigner.DEFAULT, LossGains.STOCK, STOCK.pose(), STOCK.contexts());

    private static final List<List<InputLabel>> TARGETS =
            List.of(
                    List.of(
                            new InputLabel(
                                    1,
                                    new Box(20, 24, 24, 12),
                                    List.of(
                                            Keypoint.visible(20, 24),
                                            Keypoint.visible(20, 36),
                                            Keypoint.visible(44, 36),
                                            Keypoint.visible(44, 24)))),
                    List.of());

    private final float[] pixels = new float[2 * 3 * SIZE.rows() * SIZE.columns()];
    private Torch torch;

    @BeforeAll
    void open() throws Exception {
        torch = Torch.open(1);
        Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
    }

    @AfterAll
    void close() {
        torch.close();
    }

    private Training training(Weights weights, Execution execution) {
        return new Training(torch, NETWORK, weights, execution, LOSS, Optimizer.Kind.ADAMW, 5e-4);
    }

    @Test
    void aPictureIsLearnedByHeart() {
        for (Execution execution : List.of(Execution.FAST, Execution.BRAIN)) {
            try (Training training = training(InitialWeights.of(NETWORK, 1), execution)) {
                double first = training.add(pixels, SIZE, TARGETS).total();
                training.step(STEP);
                double last = first;
                for (int i = 0; i < 25; i++) {
                    last = training.add(pixels, SIZE, TARGETS).total();
                    training.step(STEP);
                }
                assertThat(last).isLessThan(first / 2);
            }
        }
    }

    @Test
    void aCopyOfItsStateLeavesNothingBehind() {
        try (Training training = training(InitialWeights.of(NETWORK, 1), Execution.FAST)) {
            training.add(pixels, SIZE, TARGETS);
            training.step(STEP);
            training.add(pixels, SIZE, TARGETS);
            NDManager network = managerOf(training.network());
            NDManager average = managerOf(training.average().network());
            int before = tensors(network) + tensors(average) + tensors(torch.manager());

            training.state();

            assertThat(tensors(network) + tensors(average) + tensors(torch.manager()))
                    .isEqualTo(before);
        }
    }

    private static NDManager managerOf(Network network) {
        return network.tensors().firstEntry().getValue().getManager();
    }

    private static int tensors(NDManager manager) {
        return manager.getManagedArrays().size();
    }

    @Test
    void anOutputThatIsNotFiniteAddsNothing() {
        SequencedMap<String, Tensor> broken =
                new LinkedHashMap<>(InitialWeights.of(NETWORK, 1).tensors());
        float[] bias = new float[2];
        Arrays.fill(bias, Float.NaN);
        broken.put("model.22.cv3.0.2.bias", Tensor.of(bias, 2));
        try (Training training = training(new Weights(broken, Map.of()), Execution.FAST)) {
            assertThatThrownBy(() -> training.add(pixels, SIZE, TARGETS))
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> training.step(STEP)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void runningStatisticsBeginAsTheMeanOfTheBatches() {
        Weights weights = InitialWeights.of(NETWORK, 1);
        float[] other = new float[pixels.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = 1 - pixels[i] / 2;
        }
        String name = "model.0.bn.running_mean";
        double[] first = statistics(weights, name, pixels);
        double[] second = statistics(weights, name, other);

        double[] both = settled(weights, name, pixels, other);

        for (int c = 0; c < both.length; c++) {
            assertThat(both[c]).isCloseTo((first[c] + second[c]) / 2, within(1e-5));
        }
    }

    @Test
    void afterTenBatchesStatisticsMoveByATenth() {
        SequencedMap<String, Tensor> seen =
                new LinkedHashMap<>(InitialWeights.of(NETWORK, 1).tensors());
        seen.replaceAll((n, t) -> n.endsWith(".num_batches_tracked") ? Tensor.of(10L) : t);
        Weights weights = new Weights(seen, Map.of());
        String name = "model.0.bn.running_var";
        double[] own = statistics(weights, name, pixels);

        double[] moved = settled(weights, name, pixels);

        for (int c = 0; c < moved.length; c++) {
            assertThat(moved[c]).isCloseTo(0.9 + 0.1 * own[c], within(1e-6));
        }
    }

    @Test
    void aLayerThatSawNoBatchBeginsWithItsFirstBesideOthersThatSawMany() {
        Weights fresh = InitialWeights.of(NETWORK, 1);
        String known = "model.0.bn";
        String unseen = "model.1.bn";
        Weights weights =
                RunningStatistics.settled(
                        fresh, List.of(known + ".num_batches_tracked", known + ".weight"));
        double[] ofKnown = statistics(fresh, known + ".running_mean", pixels);
        double[] ofUnseen = statistics(fresh, unseen + ".running_mean", pixels);

        double[] known1 = settled(weights, known + ".running_mean", pixels);
        double[] unseen1 = settled(weights, unseen + ".running_mean", pixels);

        for (int c = 0; c < ofKnown.length; c++) {
            assertThat(known1[c]).isCloseTo(0.1 * ofKnown[c], within(1e-5));
            assertThat(unseen1[c]).isCloseTo(ofUnseen[c], within(1e-4));
        }
    }

    /// Those of one batch, from how the network's own averaging moves on from 0 or 1.
    private double[] statistics(Weights weights, String name, float[] batch) {
        try (Training training = training(weights, Execution.REFERENCE)) {
            training.add(batch, SIZE, TARGETS);
            return IntStream.range(0, 16)
                    .mapToDouble(c ->
                            (training.network().weights().tensor(name).floats()[c]
                                            - (name.endsWith("var") ? 0.97 : 0))
                                    / 0.03)
                    .toArray();
        }
    }

    private double[] settled(Weights weights, String name, float[]... batches) {
        try (Training training =
                new Training(
                        torch,
                        NETWORK,
                        TrainingState.start(weights),
                        Execution.REFERENCE,
                        LOSS,
                        Optimizer.Kind.ADAMW,
                        5e-4,
                        Average.Rule.STOCK,
                        true,
                        Division.NONE)) {
            for (float[] batch : batches) {
                training.add(batch, SIZE, TARGETS);
            }
            float[] found = training.network().weights().tensor(name).floats();
            return IntStream.range(0, found.length).mapToDouble(c -> found[c]).toArray();
        }
    }
}
