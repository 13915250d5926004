package penumbra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Detection;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.Suppression;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Heatmap;
import penumbra.engine.onnx.OnnxExport;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;

/// A heat-map head from its file to targets, through what asks any network.
class HeatmapDetectorTest {

    private static final Suppression ANY = new Suppression(0.02, 0.7, false, 300);

    @TempDir Path folder;

    private static List<Detection> found(Path file, RgbImage picture) throws Exception {
        try (Detector detector = Detector.open(file, Execution.REFERENCE, 1)) {
            assertThat(detector.layout()).isEqualTo(new HeadLayout(3, 4, 3));
            return new Predictor(detector, 96, ANY).predict(picture);
        }
    }

    @ParameterizedTest
    @EnumSource(KeypointForm.class)
    void weightsAndModelFindTheSame(KeypointForm form) throws Exception {
        YoloV8Heatmap network = new YoloV8Heatmap(Scale.N, new HeatmapLayout(form, 3, 4, 4));
        Weights weights = HashedWeights.of(network);
        Path safetensors = folder.resolve("net.safetensors");
        Path onnx = folder.resolve("net.onnx");
        SafetensorsFile.write(safetensors, weights);
        OnnxExport.write(onnx, network, weights, new AnchorGrid(64, 96), 1);
        Random random = new Random(4);
        RgbImage picture = new RgbImage(96, 64, random.ints(96 * 64, 0, 1 << 24).toArray());

        List<Detection> torch = found(safetensors, picture);
        List<Detection> runtime = found(onnx, picture);

        assertThat(torch).isNotEmpty();
        Detection a = torch.getFirst();
        Detection b = runtime.getFirst();
        assertThat(b.classIndex()).isEqualTo(a.classIndex());
        assertThat(b.score()).isCloseTo(a.score(), within(1e-4));
        for (int k = 0; k < 4; k++) {
            assertThat(b.keypoints().get(k).at().distance(a.keypoints().get(k).at()))
                    .isLessThan(0.05);
        }
    }
}
