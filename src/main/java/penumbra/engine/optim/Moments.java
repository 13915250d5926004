package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;

/// Tensors by name, copied out of libtorch and back into it without a change of a bit.
final class Moments {

    private static final String COPY =
            """
            (to: List[Tensor], x: List[Tensor]) -> float:
                torch._foreach_copy_(to, x)
                return 0.
            """;

    private final Torch torch;
    private final Fragment copy;
    private final SequencedMap<String, NDArray> tensors = new LinkedHashMap<>();

    Moments(Torch torch) {
        this.torch = torch;
        this.copy = torch.fragment(COPY);
    }

    /// Names tensors by group and place: `mean.1.17`.
    void add(String name, List<NDArray[]> groups) {
        for (int g = 0; g < groups.size(); g++) {
            for (int i = 0; i < groups.get(g).length; i++) {
                tensors.put(name + "." + g + "." + i, groups.get(g)[i]);
            }
        }
    }

    void add(String name, NDArray tensor) {
        tensors.put(name, tensor);
    }

    SequencedMap<String, Tensor> copies() {
        SequencedMap<String, Tensor> copies = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> copies.put(name, copied(tensor)));
        return copies;
    }

    private Tensor copied(NDArray tensor) {
        Integer[] shape =
                Arrays.stream(tensor.getShape().getShape())
                        .mapToObj(Math::toIntExact)
                        .toArray(Integer[]::new);
        return Tensor.of(torch.numbers(tensor), shape);
    }

    /// @throws IllegalArgumentException if one is missing or has another shape
    void restore(SequencedMap<String, Tensor> copies) {
        if (!copies.keySet().containsAll(tensors.keySet())) {
            throw new IllegalArgumentException("moments of another optimizer");
        }
        List<NDArray> from = new ArrayList<>();
        try (NDManager scope = torch.scope()) {
            tensors.forEach((name, to) -> from.add(array(scope, copies.get(name), to.getShape())));
            copy.run(
                    List.of(
                            tensors.values().toArray(NDArray[]::new),
                            from.toArray(NDArray[]::new)));
        }
    }

    static NDArray array(NDManager scope, Tensor tensor, Shape shape) {
        return scope.create(tensor.floats(), shape);
    }
}
