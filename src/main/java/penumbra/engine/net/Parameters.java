package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// A network's weights in libtorch's memory, by name.
final class Parameters {

    private static final String COUNT = ".num_batches_tracked";
    private static final String RUNNING = ".running_";

    private final Weights start;
    private final Kernels kernels;
    private final SequencedMap<String, NDArray> tensors = new LinkedHashMap<>();

    /// Made when first asked for: a network that only evaluates needs none.
    private final SequencedMap<String, Parameter> trainable = new LinkedHashMap<>();

    /// @param manager where the tensors live
    Parameters(NDManager manager, Kernels kernels, Weights start) {
        this.start = start;
        this.kernels = kernels;
        start.tensors()
                .forEach((name, tensor) -> {
                    if (!name.endsWith(COUNT)) {
                        long[] shape =
                                tensor.shape().stream().mapToLong(Integer::longValue).toArray();
                        tensors.put(name, kernels.own(manager, tensor.floats(), shape));
                    }
                });
    }

    /// Those of another: its values, with gradients and running statistics of their own.
    private Parameters(NDManager manager, Parameters whole) {
        this.start = whole.start;
        this.kernels = whole.kernels;
        whole.tensors.forEach((name, tensor) -> tensors.put(name, own(manager, name, tensor)));
        whole.trainable()
                .forEach((name, p) ->
                        trainable.put(name, new Parameter(p.value(), kernels.zeros(p.value()))));
    }

    private static NDArray own(NDManager manager, String name, NDArray tensor) {
        if (!name.contains(RUNNING)) {
            return tensor;
        }
        NDArray copy = tensor.duplicate();
        copy.attach(manager);
        return copy;
    }

    /// For a part of a batch that goes through beside the others: the same values, with gradients
    /// and running statistics of their own.
    ///
    /// @param manager where these live
    Parameters part(NDManager manager) {
        return new Parameters(manager, this);
    }

    /// The running ones, by name.
    NDArray[] statistics() {
        return tensors.entrySet().stream()
                .filter(e -> e.getKey().contains(RUNNING))
                .map(Map.Entry::getValue)
                .toArray(NDArray[]::new);
    }

    /// Of all that is trained, by name.
    NDArray[] gradients() {
        return trainable().values().stream().map(Parameter::gradient).toArray(NDArray[]::new);
    }

    SequencedMap<String, NDArray> tensors() {
        return new LinkedHashMap<>(tensors);
    }

    /// The tensors that an operation has of its own.
    ///
    /// @throws IllegalArgumentException if one is missing or has another shape
    NDArray[] of(Op op) {
        return switch (op) {
            case Op.Conv(String name, _, int in, int out, int k, _) -> {
                NDArray weight = tensor(name + ".conv.weight", out, in, k, k);
                yield tensors.containsKey(name + ".conv.bias")
                        ? new NDArray[] {weight, tensor(name + ".conv.bias", out)}
                        : new NDArray[] {
                            weight,
                            tensor(name + ".bn.weight", out),
                            tensor(name + ".bn.bias", out),
                            tensor(name + ".bn.running_mean", out),
                            tensor(name + ".bn.running_var", out)
                        };
            }
            case Op.Project(String name, _, int in, int out) ->
                    new NDArray[] {
                        tensor(name + ".weight", out, in, 1, 1), tensor(name + ".bias", out)
                    };
            default -> new NDArray[0];
        };
    }

    /// Whether normalisation is part of the convolutions.
    boolean folded() {
        return tensors.keySet().stream().anyMatch(name -> name.endsWith(".conv.bias"));
    }

    SequencedMap<String, Parameter> trainable() {
        if (trainable.isEmpty()) {
            tensors.forEach((name, tensor) -> {
                if (!name.contains(RUNNING) && !name.contains(".dfl.")) {
                    trainable.put(name, new Parameter(tensor, kernels.zeros(tensor)));
                }
            });
        }
        return Collections.unmodifiableSequencedMap(trainable);
    }

    /// Of the tensors that an operation has of its own and that are trained.
    NDArray[] gradients(Op op) {
        return switch (op) {
            case Op.Conv conv -> gradients(conv.name(), ".conv.weight", ".bn.weight", ".bn.bias");
            case Op.Project project -> gradients(project.name(), ".weight", ".bias");
            default -> new NDArray[0];
        };
    }

    private NDArray[] gradients(String prefix, String... names) {
        return Arrays.stream(names)
                .map(name -> trainable().get(prefix + name).gradient())
                .toArray(NDArray[]::new);
    }

    private NDArray tensor(String name, long... shape) {
        NDArray tensor = tensors.get(name);
        if (tensor == null || !tensor.getShape().equals(new Shape(shape))) {
            throw new IllegalArgumentException(
                    name + " must have shape " + new Shape(shape) + " and is " + tensor);
        }
        return tensor;
    }

    /// A copy of the weights as they are now.
    ///
    /// @param passes training passes since the start
    Weights weights(long passes) {
        SequencedMap<String, Tensor> copies = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> e : start.tensors().entrySet()) {
            Tensor before = e.getValue();
            copies.put(
                    e.getKey(),
                    e.getKey().endsWith(COUNT)
                            ? Tensor.of(before.longs()[0] + passes)
                            : Tensor.of(
                                    kernels.torch().numbers(tensors.get(e.getKey())),
                                    before.shape().toArray(Integer[]::new)));
        }
        return new Weights(copies, start.metadata());
    }
}
