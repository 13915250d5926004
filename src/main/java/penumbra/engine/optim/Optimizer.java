package penumbra.engine.optim;

import java.util.List;

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
