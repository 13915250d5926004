package penumbra.engine.landscape;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.loss.FilterNormalisation;

/// Directions along which a landscape is looked at. They have the kernels of the convolutions only:
/// along biases and the parameters and statistics of normalisation they are zero, and the fixed
/// kernel of the box distances stays as it is.
public final class Directions {

    private Directions() {}

    /// The kernels of a network, which directions have.
    static SequencedMap<String, Tensor> kernels(Weights weights) {
        SequencedMap<String, Tensor> kernels = new LinkedHashMap<>();
        weights.tensors()
                .forEach((name, tensor) -> {
                    if (tensor.shape().size() > 1 && !name.contains(".dfl.")) {
                        kernels.put(name, tensor);
                    }
                });
        return kernels;
    }

    /// Independent normal numbers, every filter then made as long as that of the weights: d |w| /
    /// (|d| + 1e-10) for each slice along the output channels.
    ///
    /// Source: Li et al. 2018, Visualizing the Loss Landscape of Neural Nets, section 4.
    ///
    /// @param number of the direction; others of the same seed are independent
    public static Weights random(Weights at, long seed, int number) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < number; i++) {
            random.split();
        }
        SplittableRandom own = random.split();
        SequencedMap<String, Tensor> direction = new LinkedHashMap<>();
        kernels(at)
                .forEach((name, tensor) ->
                        direction.put(
                                name,
                                Tensor.of(
                                        normalised(tensor, own),
                                        tensor.shape().toArray(Integer[]::new))));
        return new Weights(direction, Map.of());
    }

    /// Every filter as long as that of the weights.
    private static float[] normalised(Tensor weights, SplittableRandom random) {
        double[] all = weights.doubles();
        float[] direction = new float[all.length];
        int each = all.length / weights.shape().getFirst();
        for (int from = 0; from < all.length; from += each) {
            double[] filter = new double[each];
            Arrays.setAll(filter, _ -> random.nextGaussian());
            double[] own = Arrays.copyOfRange(all, from, from + each);
            double[] scaled = FilterNormalisation.of(own, filter);
            for (int i = 0; i < each; i++) {
                direction[from + i] = (float) scaled[i];
            }
        }
        return direction;
    }
}
