package penumbra.engine.net;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// A network as a list of operations, each reading values made before it.
///
/// @param ops in the order of execution
/// @param layers the value that each of the numbered layers gives
/// @param outputs per level the values that leave the network, their channels one behind the other
public record Graph(List<Op> ops, List<Integer> layers, List<List<Integer>> outputs) {

    public Graph {
        ops = List.copyOf(ops);
        layers = List.copyOf(layers);
        outputs = outputs.stream().map(List::copyOf).toList();
    }

    /// Whether every convolution finds its weights.
    boolean fits(Weights weights) {
        return ops.stream()
                .filter(Op.Conv.class::isInstance)
                .map(Op.Conv.class::cast)
                .allMatch(c ->
                        Optional.ofNullable(weights.tensors().get(c.name() + ".conv.weight"))
                                .map(Tensor::shape)
                                .filter(List.of(c.out(), c.in(), c.kernel(), c.kernel())::equals)
                                .isPresent());
    }

    /// How many values there are, the picture among them.
    int values() {
        return 1 + ops.stream().mapToInt(Op::outputs).sum();
    }

    /// The values that derivatives read.
    Set<Integer> derivativeInputs() {
        return ops.stream()
                .flatMap(op -> op.derivativeInputs().stream())
                .collect(Collectors.toSet());
    }

    /// For each value the operation after which nobody reads it any more; those in `kept` and the
    /// outputs are kept.
    int[] lastUses(Set<Integer> kept) {
        int[] last = new int[values()];
        for (int i = 0; i < ops.size(); i++) {
            for (int input : ops.get(i).inputs()) {
                last[input] = i;
            }
        }
        kept.forEach(value -> last[value] = Integer.MAX_VALUE);
        outputs.forEach(level -> level.forEach(value -> last[value] = Integer.MAX_VALUE));
        return last;
    }
}
