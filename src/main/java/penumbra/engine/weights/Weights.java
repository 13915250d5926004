package penumbra.engine.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The tensors of a network by name (`model.0.conv.weight`), in their order, and what their file
/// says about them.
///
/// @param metadata short texts by key: `names` and `kpt_shape` (JSON), `task`, whatever else the
///   writer added
public record Weights(SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {

    public Weights {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// @throws IllegalArgumentException if there is none of that name
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor " + name);
        }
        return tensor;
    }

    /// The same with numbers of single precision in half precision.
    public Weights toHalf() {
        SequencedMap<String, Tensor> half = new LinkedHashMap<>(tensors);
        half.replaceAll((_, t) -> t.type() == ElementType.F32 ? t.toHalf() : t);
        return new Weights(half, metadata);
    }

    public Weights withMetadata(Map<String, String> other) {
        return new Weights(tensors, other);
    }
}
