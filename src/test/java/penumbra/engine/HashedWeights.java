package penumbra.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// Weights that need no file: hashes of their names, of a size that keeps signals alive.
public final class HashedWeights {

    private HashedWeights() {}

    /// Numbers in [-1, 1), each a hash of its index and of the name.
    public static float[] numbers(String name, int count, double base, double scale) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            int h = i * 0x9E3779B1 + (int) crc.getValue();
            h ^= h >>> 16;
            h *= 0x45D9F3B;
            h ^= h >>> 16;
            h *= 0x45D9F3B;
            h ^= h >>> 16;
            values[i] = (float) (base + scale * (Integer.toUnsignedLong(h) * 0x1p-32 * 2 - 1));
        }
        return values;
    }

    /// All tensors of a network, alive in every layer.
    public static Weights of(Architecture network) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        InitialWeights.of(network, 0)
                .tensors()
                .forEach((name, tensor) ->
                        tensors.put(
                                name,
                                name.contains(".dfl.") || tensor.shape().isEmpty()
                                        ? tensor
                                        : tensor(name, tensor)));
        return new Weights(tensors, Map.of());
    }

    private static Tensor tensor(String name, Tensor like) {
        int inputs = like.size() / like.shape().getFirst();
        double base =
                name.endsWith("bn.weight") || name.endsWith("running_var")
                        ? 1
                        : !name.endsWith(".2.bias")
                                ? 0
                                : name.contains(".cv2.") ? 1 : name.contains(".cv3.") ? -3 : 0;
        double scale =
                like.shape().size() == 4
                        ? Math.sqrt(3.0 / inputs)
                        : name.endsWith("running_var") || name.endsWith(".2.bias") ? 0.5 : 0.3;
        return Tensor.of(
                numbers(name, like.size(), base, scale), like.shape().toArray(Integer[]::new));
    }
}
