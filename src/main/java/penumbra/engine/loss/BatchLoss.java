package penumbra.engine.loss;

import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.HeadOutput;

/// What training makes small: the loss of a batch, with its derivative.
public interface BatchLoss {

    /// @param output of the kind of network that the loss is for
    /// @param targets objects of each picture
    /// @throws IllegalArgumentException if the output is of another kind or an object does not fit
    ///   it
    /// @throws ArithmeticException if the network's output is not finite
    LossResult evaluate(HeadOutput output, List<List<InputLabel>> targets);
}
