package penumbra.engine.net;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// Batch normalisation folded into the convolutions in front of it, for evaluation only.
///
/// With the running mean m and variance v, weight g and bias b of the normalisation: w' = w g /
/// sqrt(v + eps), b' = b - m g / sqrt(v + eps). Computed in double precision. In the place of
/// `bn.*` there is one `conv.bias`.
public final class FoldedWeights {

    private FoldedWeights() {}

    /// @throws IllegalArgumentException if the weights are not those of that graph
    public static Weights of(Graph graph, Weights weights) {
        SequencedMap<String, Tensor> folded = new LinkedHashMap<>();
        for (Op op : graph.ops()) {
            switch (op) {
                case Op.Conv conv -> fold(conv, weights, folded);
                case Op.Project project -> {
                    copy(project.name() + ".weight", weights, folded);
                    copy(project.name() + ".bias", weights, folded);
                }
                default -> {}
            }
        }
        return new Weights(folded, weights.metadata());
    }

    private static void copy(String name, Weights from, SequencedMap<String, Tensor> into) {
        into.put(name, from.tensor(name).toSingle());
    }

    private static void fold(Op.Conv conv, Weights from, SequencedMap<String, Tensor> into) {
        Tensor tensor = from.tensor(conv.name() + ".conv.weight");
        float[] weight = tensor.floats();
        float[] scale = from.tensor(conv.name() + ".bn.weight").floats();
        float[] shift = from.tensor(conv.name() + ".bn.bias").floats();
        float[] mean = from.tensor(conv.name() + ".bn.running_mean").floats();
        float[] variance = from.tensor(conv.name() + ".bn.running_var").floats();
        float[] bias = new float[conv.out()];
        int each = weight.length / conv.out();
        for (int c = 0; c < bias.length; c++) {
            double factor = scale[c] / Math.sqrt(variance[c] + Network.EPSILON);
            bias[c] = (float) (shift[c] - mean[c] * factor);
            for (int i = c * each; i < (c + 1) * each; i++) {
                weight[i] = (float) (weight[i] * factor);
            }
        }
        into.put(
                conv.name() + ".conv.weight",
                Tensor.of(weight, tensor.shape().toArray(Integer[]::new)));
        into.put(conv.name() + ".conv.bias", Tensor.of(bias, bias.length));
    }
}
