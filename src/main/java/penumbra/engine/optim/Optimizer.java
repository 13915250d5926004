package penumbra.engine.optim;

import java.util.List;
import java.util.SequencedMap;
import penumbra.engine.weights.Tensor;

/// Moves parameters against their gradients.
public sealed interface Optimizer permits Sgd, AdamW {

    /// Which rule moves them.
    enum Kind {
        SGD,
        ADAMW
    }

    /// The groups, in the order of [Step#rates].
    List<ParameterGroup> groups();

    /// One step with the gradients as they are; they stay.
    void step(Step step);

    /// A copy of what is kept between steps, by names of its own.
    SequencedMap<String, Tensor> moments();

    /// Goes on with moments that [#moments] gave.
    ///
    /// @throws IllegalArgumentException if they are of another kind or of another network
    void restore(SequencedMap<String, Tensor> moments);

    /// What a schedule says for one step.
    ///
    /// @param rates learning rate of each group
    /// @param momentum for SGD, above 0; AdamW has betas of its own
    record Step(List<Double> rates, double momentum) {
        public Step {
            rates = List.copyOf(rates);
        }
    }
}
