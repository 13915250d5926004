package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.engine.net.Network;
import penumbra.engine.net.Parameter;

/// Parameters that share learning rate and weight decay. The tensors are the network's own.
///
/// @param decay weight decay
public record ParameterGroup(List<Parameter> parameters, double decay) {

    public ParameterGroup {
        parameters = List.copyOf(parameters);
    }

    /// The reference's three groups in its order: all that is named a bias, without decay; the
    /// weights of convolutions; the weights of normalisations, without decay.
    public static List<ParameterGroup> of(Network network, double decay) {
        List<Parameter> biases = new ArrayList<>();
        List<Parameter> weights = new ArrayList<>();
        List<Parameter> scales = new ArrayList<>();
        for (Map.Entry<String, Parameter> e : network.trainable().entrySet()) {
            List<Parameter> group =
                    e.getKey().contains("bias")
                            ? biases
                            : e.getKey().endsWith(".bn.weight") ? scales : weights;
            group.add(e.getValue());
        }
        return List.of(
                new ParameterGroup(biases, 0),
                new ParameterGroup(weights, decay),
                new ParameterGroup(scales, 0));
    }

    NDArray[] tensors() {
        return parameters.stream().map(Parameter::value).toArray(NDArray[]::new);
    }

    NDArray[] gradients() {
        return parameters.stream().map(Parameter::gradient).toArray(NDArray[]::new);
    }
}
