package penumbra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;

/// Weights run by ONNX Runtime against the same weights run by libtorch.
class RuntimeDetectorTest {

    /// What exported models promise, of the largest magnitude.
    private static final float PROMISE = 1e-4f;

    private static final double EVERYTHING = -1;

    @TempDir Path folder;

    private final Random random = new Random(8);

    private Path weights() throws Exception {
        YoloV8Pose network = new YoloV8Pose(Scale.N, new HeadLayout(3, 4, 3));
        Weights weights = HashedWeights.of(network);
        Path file = folder.resolve("net.safetensors");
        SafetensorsFile.write(file, weights);
        return file;
    }

    private RgbImage picture(int width, int height) {
        return new RgbImage(
                width, height, random.ints((long) width * height, 0, 1 << 24).toArray());
    }

    private static List<float[]> all(Path file, Execution execution, List<RgbImage> pictures)
            throws Exception {
        List<float[]> found = new ArrayList<>();
        try (Detector detector = Detector.open(file, execution, 1)) {
            assertThat(detector.layout()).isEqualTo(new HeadLayout(3, 4, 3));
            assertThat(detector.size()).isEmpty();
            assertThat(detector.classNames()).hasSize(3);
            for (RgbImage picture : pictures) {
                Decoded decoded = detector.detect(picture, EVERYTHING);
                found.add(decoded.values());
            }
        }
        return found;
    }

    @Test
    void everyInputSizeGivesWhatLibtorchGives() throws Exception {
        Path file = weights();
        // More sizes than models are kept for, and the first once more after it was given up.
        List<RgbImage> pictures = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            pictures.add(picture(32 * i, 64));
        }
        pictures.add(pictures.getFirst());

        List<float[]> expected = all(file, Execution.REFERENCE, pictures);
        List<float[]> found = all(file, Execution.FAST, pictures);

        for (int i = 0; i < pictures.size(); i++) {
            assertThat(found.get(i)).hasSameSizeAs(expected.get(i));
            float largest = 0;
            for (float value : expected.get(i)) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int n = 0; n < found.get(i).length; n++) {
                assertThat(found.get(i)[n])
                        .isCloseTo(expected.get(i)[n], within(PROMISE * largest));
            }
        }
    }

    @Test
    void singlePrecisionGoesThroughOnnxRuntimeAndBrainFloatThroughLibtorch() throws Exception {
        Path file = weights();
        try (Detector single = Detector.open(file, Execution.FAST, 1);
                Detector brain = Detector.open(file, Execution.BRAIN, 1)) {
            assertThat(single).isInstanceOf(RuntimeDetector.class);
            assertThat(brain).isInstanceOf(TorchDetector.class);
        }
    }
}
