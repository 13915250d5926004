package penumbra.engine;

import java.nio.file.Path;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.engine.weights.WeightsFile;

/// Weights of a pose network from a file, and the network that they belong to.
public record PoseWeights(Weights weights, YoloV8Pose architecture) {

    /// @throws WeightsException if the file cannot be read or holds no weights of such a network
    public static PoseWeights read(Path file) throws WeightsException {
        Weights weights = WeightsFile.read(file);
        return new PoseWeights(
                weights,
                YoloV8Pose.of(weights).orElseThrow(() -> WeightsException.noPoseNetwork(file)));
    }
}
