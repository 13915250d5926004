package penumbra.engine;

import java.nio.file.Path;
import penumbra.engine.net.Architecture;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.engine.weights.WeightsFile;

/// Weights of a network from a file, and the network that they belong to.
public record PoseWeights(Weights weights, Architecture architecture) {

    /// @throws WeightsException if the file cannot be read or holds no weights of such a network
    public static PoseWeights read(Path file) throws WeightsException {
        Weights weights = WeightsFile.read(file);
        return new PoseWeights(
                weights,
                Architecture.of(weights).orElseThrow(() -> WeightsException.noPoseNetwork(file)));
    }
}
