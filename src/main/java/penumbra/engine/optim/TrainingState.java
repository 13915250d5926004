package penumbra.engine.optim;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// All that a training needs to go on from where it was, bit by bit.
///
/// @param network the weights that are trained, running statistics among them
/// @param average of them
/// @param averaged steps that the average has made
/// @param moments what the optimizer keeps, by its names
/// @param gradients that were added since the latest step, by parameter; empty when there are none
/// @param batches that they are of
public record TrainingState(
        Weights network,
        Weights average,
        long averaged,
        SequencedMap<String, Tensor> moments,
        SequencedMap<String, Tensor> gradients,
        int batches) {

    /// Before the first batch.
    public static TrainingState start(Weights weights) {
        return new TrainingState(weights, weights, 0, empty(), empty(), 0);
    }

    private static SequencedMap<String, Tensor> empty() {
        return new LinkedHashMap<>();
    }
}
