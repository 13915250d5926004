package penumbra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.engine.Golden;
import penumbra.engine.GoldenCase;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Parameter;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;
import tools.jackson.databind.JsonNode;

/// Forward, loss, backward and steps together, against those of a reference run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingGoldenTest {

    private static final YoloV8Pose K4V3 = new YoloV8Pose(Scale.N, GoldenCase.LAYOUT);
    private static final HeadLoss LOSS = HeadLoss.stock(GoldenCase.LAYOUT);

    private Torch torch;
    private Weights weights;
    private float[] pixels;

    @BeforeAll
    void open() throws Exception {
        weights = Golden.tensors("k4v3/weights");
        pixels = Golden.tensors("k4v3/input").tensor("images").floats();
        torch = Torch.open(1);
    }

    @AfterAll
    void close() {
        if (torch != null) {
            torch.close();
        }
    }

    private Training training(Optimizer.Kind kind, Execution execution) {
        return new Training(torch, K4V3, weights, execution, LOSS, kind, 5e-4);
    }

    private void add(Training training, Weights golden) {
        training.add(pixels, GoldenCase.GRID, GoldenCase.targets(golden));
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static float[] gradient(Parameter parameter) {
        return parameter.gradient().toFloatArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "one_empty", "none"})
    void everyParametersGradientIsTheReferences(String batch) throws Exception {
        Weights golden = Golden.tensors("k4v3/loss_" + batch);
        JsonNode norms = Golden.json("k4v3/grad_norms_" + batch);
        double worst = 0;
        int compared = 0;
        try (Training training = training(Optimizer.Kind.SGD, Execution.REFERENCE)) {
            Map<String, Parameter> trainable = training.network().trainable();
            add(training, golden);
            for (Map.Entry<String, JsonNode> e : norms.properties()) {
                if (!e.getKey().contains(".dfl.")) {
                    double expected = e.getValue().asDouble(0);
                    double actual = norm(gradient(trainable.get(e.getKey())));
                    worst = Math.max(worst, Math.abs(actual - expected) / Math.max(expected, 1e-6));
                    compared++;
                }
            }
            for (String name : golden.tensors().keySet()) {
                if (name.startsWith("grad.model.")) {
                    float[] actual = gradient(trainable.get(name.substring("grad.".length())));
                    assertThat(Golden.deviation(name, golden.tensor(name).floats(), actual))
                            .isLessThan(Golden.GRADIENT);
                }
            }
        }
        assertThat(compared).isEqualTo(207);
        assertThat(Golden.say(batch + " gradient norms", worst)).isLessThan(Golden.GRADIENT);
    }

    /// What two steps came to.
    ///
    /// @param norms of all gradients before each step
    /// @param own weights after each step
    /// @param averages their average after each step
    private record Steps(List<Double> norms, List<Weights> own, List<Weights> averages) {}

    private Steps twoSteps(Optimizer.Kind kind, double rate, Execution execution) throws Exception {
        Weights golden = Golden.tensors("k4v3/loss_main");
        Steps steps = new Steps(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Training training = training(kind, execution)) {
            for (int i = 0; i < 2; i++) {
                add(training, golden);
                steps.norms()
                        .add(training.step(new Optimizer.Step(List.of(rate, rate, rate), 0.937)));
                steps.own().add(training.network().weights());
                steps.averages().add(training.average().weights());
            }
            assertThat(training.average().decay()).isEqualTo(0.9999 * (1 - Math.exp(-2 / 2000.0)));
        }
        return steps;
    }

    @ParameterizedTest
    @CsvSource({"SGD, 0.01", "AdamW, 0.0005"})
    void twoStepsWithTheirAverageAreTheReferences(String kind, double rate) throws Exception {
        JsonNode expected = Golden.json("optimizer/optim_" + kind).get("steps");
        Weights after = Golden.tensors("optimizer/optim_" + kind + "_after2");

        Optimizer.Kind rule = Optimizer.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        Steps steps = twoSteps(rule, rate, Execution.REFERENCE);

        double worst = 0;
        for (int i = 0; i < 2; i++) {
            JsonNode step = expected.get(i);
            worst = Math.max(worst, worstNorm(step.get("param_norm"), steps.own().get(i)));
            worst = Math.max(worst, worstNorm(step.get("ema_norm"), steps.averages().get(i)));
        }
        assertThat(Golden.say(kind + ", norms", worst)).isLessThan(Golden.GRADIENT);
        assertThat(gradientNorm(kind, expected, steps.norms(), 0)).isLessThan(Golden.GRADIENT);
        // Adam's first steps are the gradients' signs, which rounding turns where a gradient is all
        // but zero; so what comes of that is measured by how far two roundings of our own differ.
        Steps rounded = kind.equals("SGD") ? steps : twoSteps(rule, rate, Execution.FAST);
        double rounding = relative(rounded.norms().get(1), steps.norms().get(1));
        assertThat(gradientNorm(kind, expected, steps.norms(), 1))
                .isLessThan(Math.max(Golden.GRADIENT, 2 * Golden.say("by rounding", rounding)));
        compare(kind + " param.", after, steps.own().get(1), rounded.own().get(1));
        compare(kind + " ema.", after, steps.averages().get(1), rounded.averages().get(1));
    }

    private static double gradientNorm(
            String kind, JsonNode expected, List<Double> norms, int step) {
        double norm = expected.get(step).get("total_grad_norm_before_clip").doubleValue();
        return Golden.say(kind + ", gradient norm " + step, relative(norms.get(step), norm));
    }

    private static double relative(double actual, double expected) {
        return Math.abs(actual - expected) / expected;
    }

    private static double worstNorm(JsonNode expected, Weights actual) {
        double worst = 0;
        for (Map.Entry<String, JsonNode> e : expected.properties()) {
            double norm = norm(actual.tensor(e.getKey()).floats());
            double reference = e.getValue().doubleValue();
            worst = Math.max(worst, Math.abs(norm - reference) / Math.max(reference, 1e-6));
        }
        return worst;
    }

    private static void compare(String kind, Weights after, Weights actual, Weights rounded) {
        String prefix = kind.substring(kind.indexOf(' ') + 1);
        for (String name : after.tensors().keySet()) {
            String tensor = name.substring(name.indexOf('.') + 1);
            if (name.startsWith(prefix) && tensor.endsWith("num_batches_tracked")) {
                assertThat(actual.tensor(tensor).longs()).isEqualTo(after.tensor(name).longs());
            } else if (name.startsWith(prefix)) {
                float[] own = actual.tensor(tensor).floats();
                double rounding =
                        Golden.deviation("by rounding", rounded.tensor(tensor).floats(), own);
                assertThat(Golden.deviation(kind + tensor, after.tensor(name).floats(), own))
                        .isLessThan(Math.max(Golden.GRADIENT, 2 * rounding));
            }
        }
    }

    @Test
    void gradientsAddUpUntilAStepIsMade() throws Exception {
        Weights golden = Golden.tensors("k4v3/loss_main");
        Optimizer.Step still = new Optimizer.Step(List.of(0.0, 0.0, 0.0), 0.9);
        try (Training training = training(Optimizer.Kind.SGD, Execution.REFERENCE)) {
            add(training, golden);
            double once = training.step(still);
            add(training, golden);
            add(training, golden);
            double twice = training.step(still);
            add(training, golden);
            double again = training.step(still);

            assertThat(twice / once).isBetween(1.999, 2.001);
            assertThat(again / once).isBetween(0.999, 1.001);
            assertThatThrownBy(() -> training.step(still))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
