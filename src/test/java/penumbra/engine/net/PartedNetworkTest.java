package penumbra.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;

/// Three pictures in parts of one and two, beside the same parts each by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartedNetworkTest {

    private static final YoloV8Pose NETWORK = new YoloV8Pose(Scale.N, new HeadLayout(2, 4, 3));
    private static final AnchorGrid SIZE = new AnchorGrid(64, 64);
    private static final int EACH = 3 * 64 * 64;
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);
    private static final Division TWO = new Division(THREADS, 2, 1);

    private final Weights weights = InitialWeights.of(NETWORK, 1);
    private final float[] pixels = new float[3 * EACH];
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

    /// What a batch leaves.
    private record Passed(
            float[] output, SequencedMap<String, float[]> gradients, Weights weights) {}

    /// @param times how often the batch goes through
    private Passed pass(Division division, float[] batch, int times) {
        try (Network network = new Network(torch, NETWORK, weights, Execution.REFERENCE)) {
            PartedNetwork parted = network.parted(division);
            float[] output = {};
            for (int i = 0; i < times; i++) {
                try (NDManager scope = torch.scope()) {
                    PartedNetwork.Pass pass = parted.forward(scope, batch, SIZE);
                    output = pass.output().values().clone();
                    pass.backward(slopes(pass.output()));
                }
            }
            SequencedMap<String, float[]> gradients = new LinkedHashMap<>();
            network.trainable()
                    .forEach((name, p) -> gradients.put(name, p.gradient().toFloatArray()));
            return new Passed(output, gradients, network.weights());
        }
    }

    /// The output itself as derivatives: of half its square.
    private static HeadOutput slopes(HeadOutput output) {
        HeadOutput slopes = output.zerosLike();
        System.arraycopy(output.values(), 0, slopes.values(), 0, output.values().length);
        return slopes;
    }

    private Passed first() {
        return pass(Division.NONE, Arrays.copyOf(pixels, EACH), 1);
    }

    private Passed others() {
        return pass(Division.NONE, Arrays.copyOfRange(pixels, EACH, 3 * EACH), 1);
    }

    @Test
    void everyPartIsNormalisedByItself() {
        float[] output = pass(TWO, pixels, 1).output();

        float[] first = first().output();
        assertThat(Arrays.copyOf(output, first.length)).containsExactly(first);
        assertThat(Arrays.copyOfRange(output, first.length, output.length))
                .containsExactly(others().output());
    }

    @Test
    void gradientsAreTheSumOfThoseOfTheParts() {
        SequencedMap<String, float[]> all = pass(TWO, pixels, 1).gradients();

        SequencedMap<String, float[]> first = first().gradients();
        SequencedMap<String, float[]> others = others().gradients();
        all.forEach((name, gradient) -> {
            for (int i = 0; i < gradient.length; i++) {
                assertThat(gradient[i])
                        .as(name)
                        .isEqualTo(first.get(name)[i] + others.get(name)[i]);
            }
        });
    }

    @Test
    void gradientsOfBatchesAddUp() {
        SequencedMap<String, float[]> once = pass(TWO, pixels, 1).gradients();
        SequencedMap<String, float[]> twice = pass(TWO, pixels, 2).gradients();

        twice.forEach((name, gradient) -> {
            double norm = norm(once.get(name));
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) gradient[i])
                        .as(name)
                        .isCloseTo(2 * once.get(name)[i], within(1e-5 * norm));
            }
        });
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    @Test
    void statisticsMoveByTheMeanOverThePictures() {
        for (String name : new String[] {"model.0.bn.running_mean", "model.4.cv1.bn.running_var"}) {
            float[] all = pass(TWO, pixels, 1).weights().tensor(name).floats();

            float[] first = first().weights().tensor(name).floats();
            float[] others = others().weights().tensor(name).floats();
            for (int c = 0; c < all.length; c++) {
                assertThat((double) all[c])
                        .isCloseTo((first[c] + 2 * others[c]) / 3.0, within(1e-6));
            }
        }
    }

    @Test
    void theNextBatchGoesOnFromTheCommonStatistics() {
        String name = "model.0.bn.running_mean";
        float[] once = pass(TWO, pixels, 1).weights().tensor(name).floats();
        float[] twice = pass(TWO, pixels, 2).weights().tensor(name).floats();

        for (int c = 0; c < once.length; c++) {
            // From 0, the same batch twice: 0.03 x, then 0.97 of that and 0.03 x.
            assertThat((double) twice[c]).isCloseTo(1.97 * once[c], within(1e-6));
        }
        assertThat(pass(TWO, pixels, 2).weights().tensor("model.0.bn.num_batches_tracked").longs())
                .containsExactly(2);
    }

    @Test
    void aPictureAloneIsNotDivided() {
        float[] one = Arrays.copyOf(pixels, EACH);

        assertThat(pass(TWO, one, 1).output()).containsExactly(first().output());
    }

    @Test
    void whatAPartCannotDoIsSaidAsByTheWhole() {
        NDManager scope = torch.scope();
        scope.close();
        try (Network network = new Network(torch, NETWORK, weights, Execution.REFERENCE)) {
            PartedNetwork parted = network.parted(TWO);

            assertThatThrownBy(() -> parted.forward(scope, pixels, SIZE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"8,2,2,1", "8,16,2,8", "7,2,1,2", "64,4,4,1", "8,1,1,1", "32,6,6,1", "1,3,1,3"})
    void partsHaveFourPicturesAndAThreadAtLeast(int batch, int threads, int parts, int each) {
        assertThat(Division.of(THREADS, batch, threads))
                .isEqualTo(new Division(THREADS, parts, each));
    }
}
