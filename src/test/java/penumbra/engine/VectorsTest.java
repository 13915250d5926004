package penumbra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.loss.LossResult;
import penumbra.engine.net.Execution;
import penumbra.engine.net.FoldedWeights;
import penumbra.engine.net.Network;
import penumbra.engine.net.Parameter;
import penumbra.engine.net.Scale;
import penumbra.engine.net.TrainingPass;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Other heads and another scale against numbers of a second implementation: written from the
/// description in another language, in double precision, with automatic derivatives. Weights and
/// pictures are hashes of their names, so that both sides have the same ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorsTest {

    private Torch torch;

    @BeforeAll
    void open() throws Exception {
        torch = Torch.open(1);
    }

    @AfterAll
    void close() {
        torch.close();
    }

    private static JsonNode vectors(String name) throws Exception {
        try (InputStream in = VectorsTest.class.getResourceAsStream(name + ".json")) {
            return JsonMapper.shared().readTree(in);
        }
    }

    private static List<List<InputLabel>> targets(JsonNode vectors) {
        List<List<InputLabel>> targets = new ArrayList<>();
        for (JsonNode picture : vectors.get("targets")) {
            List<InputLabel> objects = new ArrayList<>();
            for (JsonNode object : picture) {
                List<Keypoint> keypoints = new ArrayList<>();
                for (JsonNode k : object.get("kpts")) {
                    keypoints.add(
                            new Keypoint(
                                    new Point(k.get(0).doubleValue(), k.get(1).doubleValue()),
                                    Visibility.ofCode(k.get(2).doubleValue()).orElseThrow()));
                }
                double[] b = numbers(object.get("box"));
                objects.add(
                        new InputLabel(
                                object.get("cls").intValue(),
                                new Box(b[0], b[1], b[2] - b[0], b[3] - b[1]),
                                keypoints));
            }
            targets.add(objects);
        }
        return targets;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    /// Of `[2, channels, anchors]`: each channel's root mean square.
    private static double[] means(float[] values, int channels, int anchors) {
        double[] squares = new double[channels];
        for (int i = 0; i < values.length; i++) {
            squares[i / anchors % channels] += (double) values[i] * values[i];
        }
        for (int c = 0; c < channels; c++) {
            squares[c] = Math.sqrt(squares[c] / (2.0 * anchors));
        }
        return squares;
    }

    private static double deviation(String what, double[] expected, double[] actual) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double scale = 0;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
        }
        return Golden.say(what, worst / scale);
    }

    private static void compare(
            String what, JsonNode expected, int picture, int anchor, float[] values, int anchors) {
        int channels = values.length / 2 / anchors;
        assertThat(deviation(what, numbers(expected.get("rms")), means(values, channels, anchors)))
                .isLessThan(Golden.FORWARD);
        double[] one = new double[channels];
        for (int c = 0; c < channels; c++) {
            one[c] = values[(picture * channels + c) * anchors + anchor];
        }
        assertThat(deviation(what + ", an anchor", numbers(expected.get("anchor")), one))
                .isLessThan(Golden.FORWARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k4v2", "k17v3", "scale_s"})
    void everythingIsAsTheSecondImplementationHasIt(String name) throws Exception {
        JsonNode vectors = vectors(name);
        YoloV8Pose network =
                new YoloV8Pose(
                        Scale.valueOf(vectors.get("scale").asString()),
                        new HeadLayout(
                                vectors.get("classes").intValue(),
                                vectors.get("keypoints").intValue(),
                                vectors.get("dims").intValue()));
        AnchorGrid grid =
                new AnchorGrid(vectors.get("rows").intValue(), vectors.get("columns").intValue());
        float[] pixels =
                HashedWeights.numbers("images", 2 * 3 * grid.rows() * grid.columns(), 0.5, 0.5);
        Weights weights = HashedWeights.of(network);

        Weights folded = FoldedWeights.of(network.graph(), weights);
        try (Network net = new Network(torch, network, folded, Execution.FAST)) {
            HeadOutput raw = net.evaluate(pixels, grid);
            compare(name + " folded", vectors.get("eval"), 1, 37, raw.values(), grid.size());
            Decoded decoded = raw.decode(Double.NEGATIVE_INFINITY);
            compare(
                    name + " decoded",
                    vectors.get("decoded"),
                    1,
                    37,
                    decoded.values(),
                    grid.size());
        }
        try (Network net = new Network(torch, network, weights, Execution.REFERENCE)) {
            HeadOutput raw = net.evaluate(pixels, grid);
            compare(name + " eval", vectors.get("eval"), 1, 37, raw.values(), grid.size());
            train(name, vectors, net, pixels, grid);
        }
    }

    private void train(
            String name, JsonNode vectors, Network net, float[] pixels, AnchorGrid grid) {
        Map<String, Parameter> trainable = net.trainable();
        HeadLayout layout = net.architecture().head();
        try (NDManager scope = torch.scope()) {
            TrainingPass pass = net.train(net.pictures(scope, pixels, grid));
            HeadOutput raw = net.read(pass.output(), grid);
            compare(name + " train", vectors.get("train"), 0, 5, raw.values(), grid.size());

            LossResult loss = HeadLoss.stock(layout).evaluate(raw, targets(vectors));
            assertThat(loss.positives()).isEqualTo(vectors.get("positives").intValue());
            double[] items = {
                loss.items().box(),
                loss.items().pose(),
                loss.items().visibility(),
                loss.items().score(),
                loss.items().distances()
            };
            double[] expected = numbers(vectors.get("loss"));
            for (int i = 0; i < items.length; i++) {
                assertThat(Math.abs(items[i] - expected[i]))
                        .isLessThanOrEqualTo(Golden.LOSS * expected[i]);
            }
            deviation(name + " loss items", expected, items);
            assertThat(
                            deviation(
                                    name + " head gradient",
                                    numbers(vectors.get("headGradient").get("rms")),
                                    means(
                                            loss.gradient().values(),
                                            layout.channels(),
                                            grid.size())))
                    .isLessThan(Golden.GRADIENT);
            pass.backward(loss.gradient());
        }
        JsonNode gradients = vectors.get("gradients");
        assertThat(gradients.size()).isEqualTo(trainable.size());
        double worst = 0;
        for (Map.Entry<String, JsonNode> e : gradients.properties()) {
            double norm = norm(trainable.get(e.getKey()).gradient().toFloatArray());
            double reference = e.getValue().doubleValue();
            worst = Math.max(worst, Math.abs(norm - reference) / Math.max(reference, 1e-6));
        }
        assertThat(Golden.say(name + " gradient norms", worst)).isLessThan(Golden.GRADIENT);
        Weights after = net.weights();
        worst = 0;
        for (Map.Entry<String, JsonNode> e : vectors.get("statistics").properties()) {
            double norm = norm(after.tensor(e.getKey()).floats());
            double reference = e.getValue().doubleValue();
            worst = Math.max(worst, Math.abs(norm - reference) / Math.max(reference, 1e-6));
        }
        assertThat(Golden.say(name + " statistics", worst)).isLessThan(Golden.FORWARD);
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}
