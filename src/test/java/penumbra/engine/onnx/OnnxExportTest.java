package penumbra.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.engine.Golden;
import penumbra.engine.HashedWeights;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.engine.heatmap.MapOutput;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Network;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Heatmap;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsFile;

/// Exported models run by ONNX Runtime against our own forward pass.
class OnnxExportTest {

    /// What the product promises, of each group's largest magnitude.
    private static final double PROMISE = 1e-4;

    @TempDir Path folder;

    private static float[] run(Path file, float[] pixels, AnchorGrid size, int batch)
            throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(file.toString(), options);
                    OnnxTensor images =
                            OnnxTensor.createTensor(
                                    environment,
                                    FloatBuffer.wrap(pixels),
                                    new long[] {batch, 3, size.rows(), size.columns()});
                    OrtSession.Result result = session.run(Map.of("images", images))) {
                FloatBuffer values =
                        ((OnnxTensor) result.get("output0").orElseThrow()).getFloatBuffer();
                float[] output = new float[values.remaining()];
                values.get(output);
                return output;
            }
        }
    }

    private static float[] random(int count) {
        Random random = new Random(8);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /// Boxes, scores and keypoints by themselves, for they have different magnitudes.
    private static void compare(Decoded expected, float[] actual) {
        int anchors = expected.anchors();
        int channels = actual.length / expected.batch() / anchors;
        int scores = 4 + expected.layout().classes();
        int[] bounds = {0, 4, scores, channels};
        for (int group = 0; group < 3; group++) {
            double scale = 0;
            double worst = 0;
            for (int i = 0; i < actual.length; i++) {
                int channel = i / anchors % channels;
                if (channel >= bounds[group] && channel < bounds[group + 1]) {
                    scale = Math.max(scale, Math.abs(expected.values()[i]));
                    worst = Math.max(worst, Math.abs(expected.values()[i] - actual[i]));
                }
            }
            assertThat(Golden.say("onnx, group " + group, worst / scale)).isLessThan(PROMISE);
        }
    }

    @ParameterizedTest
    @CsvSource({"N, 16, 4, 3, 1, 1", "N, 3, 4, 2, 0, 2", "S, 1, 17, 3, 0, 1"})
    void anExportedModelGivesWhatTheNetworkGives(
            Scale scale, int classes, int keypoints, int dims, int declared, int batch)
            throws Exception {
        YoloV8Pose network = new YoloV8Pose(scale, new HeadLayout(classes, keypoints, dims));
        Weights weights = HashedWeights.of(network);
        AnchorGrid size = new AnchorGrid(96, 160);
        float[] pixels = random(batch * 3 * size.rows() * size.columns());
        Path file = folder.resolve("net.onnx");
        OnnxExport.write(file, network, weights, size, declared);

        try (Torch torch = Torch.open(1);
                Network own = new Network(torch, network, weights, Execution.REFERENCE)) {
            compare(
                    own.evaluate(pixels, size).decode(Double.NEGATIVE_INFINITY),
                    run(file, pixels, size, batch));
        }
    }

    @ParameterizedTest
    @CsvSource({"CENTERNET, 4", "ADALOSS, 8", "ADAANCHOR, 4"})
    void aHeadOfMapsIsExportedAndReadBackWithItsGrouping(KeypointForm form, int stride)
            throws Exception {
        HeatmapLayout layout = new HeatmapLayout(form, 3, 4, stride);
        YoloV8Heatmap network = new YoloV8Heatmap(Scale.N, layout);
        Weights weights = HashedWeights.of(network);
        AnchorGrid size = new AnchorGrid(96, 160);
        float[] pixels = random(3 * size.rows() * size.columns());
        Path file = folder.resolve("maps.onnx");
        OnnxExport.write(file, network, weights, size, 0);

        try (Torch torch = Torch.open(1);
                Network own = new Network(torch, network, weights, Execution.REFERENCE);
                OnnxSession session = OnnxSession.open(file, 1)) {
            HeadOutput maps = own.evaluate(pixels, size);
            float[] exported = run(file, pixels, size, 1);
            double scale = 0;
            double worst = 0;
            for (int i = 0; i < exported.length; i++) {
                scale = Math.max(scale, Math.abs(maps.values()[i]));
                worst = Math.max(worst, Math.abs(maps.values()[i] - exported[i]));
            }
            assertThat(exported).hasSameSizeAs(maps.values());
            assertThat(Golden.say("onnx, maps", worst / scale)).isLessThan(PROMISE);
            assertThat(session.layout()).isEqualTo(layout.found());
            assertThat(session.size()).contains(size);
            assertThat(session.run(pixels, size, 0.5).values())
                    .isEqualTo(new MapOutput(layout, size, 1, exported).decode(0.5).values())
                    .isNotEmpty();
        }
    }

    @Test
    void aModelSaysWhatItsReadersAsk() throws Exception {
        YoloV8Pose network = new YoloV8Pose(Scale.N, new HeadLayout(2, 4, 3));
        Weights weights =
                HashedWeights.of(network)
                        .withMetadata(Map.of("names", "{\"0\":\"BG\",\"1\":\"it's\"}"));
        Path file = folder.resolve("net.onnx");
        OnnxExport.write(file, network, weights, new AnchorGrid(64, 96), 1);

        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsEntry("task", "pose")
                    .containsEntry("stride", "32")
                    .containsEntry("batch", "1")
                    .containsEntry("imgsz", "[64, 96]")
                    .containsEntry("names", "{0: 'BG', 1: 'it\\'s'}")
                    .containsEntry("kpt_shape", "[4, 3]");
            assertThat(session.getInputNames()).containsExactly("images");
            assertThat(session.getOutputNames()).containsExactly("output0");
        }
    }

    @Test
    void theReferencesCheckpointGivesTheSameAsSafetensorsTorchAndOnnx() throws Exception {
        Weights checkpoint = WeightsFile.read(Golden.path("checkpoint/k4v3_fp16.pt"));
        float[] expected =
                Golden.tensors("checkpoint/decoded_of_fp16")
                        .tensors()
                        .firstEntry()
                        .getValue()
                        .floats();
        YoloV8Pose network = YoloV8Pose.of(checkpoint).orElseThrow();
        AnchorGrid size = new AnchorGrid(256, 320);
        float[] pixels = Golden.tensors("k4v3/input").tensor("images").floats();
        Path onnx = folder.resolve("net.onnx");
        OnnxExport.write(onnx, network, checkpoint, size, 0);
        Path safetensors = folder.resolve("net.safetensors");
        SafetensorsFile.write(safetensors, checkpoint);
        Weights copied = WeightsFile.read(safetensors);

        try (Torch torch = Torch.open(1);
                Network own = new Network(torch, network, copied, Execution.REFERENCE)) {
            Decoded decoded = own.evaluate(pixels, size).decode(Double.NEGATIVE_INFINITY);
            assertThat(Golden.deviation("fp16 checkpoint", expected, decoded.values()))
                    .isLessThan(Golden.FORWARD);
            compare(decoded, run(onnx, pixels, size, 2));
        }
    }
}
