package penumbra.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import penumbra.engine.net.Architecture;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.engine.weights.WeightsFile;

/// Weights of a network from a file, and the network that they belong to.
public record PoseWeights(Weights weights, Architecture architecture) {

    /// Longest side of an input that nothing is said about, px.
    static final int USUAL_SIDE = 640;

    private static final String RENDERED = "rendered.safetensors";

    /// YOLOv8n-pose as it came out of training on rendered armor plates, in half precision.
    public static Weights rendered() {
        try (InputStream in = PoseWeights.class.getResourceAsStream(RENDERED)) {
            return SafetensorsFile.parse(Path.of(RENDERED), in.readAllBytes());
        } catch (IOException | WeightsException e) {
            throw new IllegalStateException("the program's own weights are damaged", e);
        }
    }

    /// @throws WeightsException if the file cannot be read or holds no weights of such a network
    public static PoseWeights read(Path file) throws WeightsException {
        Weights weights = WeightsFile.read(file);
        return new PoseWeights(
                weights,
                Architecture.of(weights).orElseThrow(() -> WeightsException.noPoseNetwork(file)));
    }

    /// Longest side of the input that they were trained at, px; 640 where their file does not say.
    public int side() {
        return side(weights.metadata());
    }

    static int side(Map<String, String> metadata) {
        String said = metadata.getOrDefault("imgsz", "");
        int side = said.matches("[0-9]{2,4}") ? Integer.parseInt(said) : USUAL_SIDE;
        return side >= Predictor.GRAIN && side % Predictor.GRAIN == 0 ? side : USUAL_SIDE;
    }

    /// The epoch that they are of; 0 where their file does not say.
    public int epoch() {
        String said = weights.metadata().getOrDefault("epoch", "");
        return said.matches("[0-9]{1,6}") ? Integer.parseInt(said) : 0;
    }
}
