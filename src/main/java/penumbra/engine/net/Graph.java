package penumbra.engine.net;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A network as a list of operations, each reading values made before it.
///
/// @param ops in the order of execution
/// @param layers the value that each of the 22 numbered layers gives
/// @param heads per level (P3, P4, P5) the values of box, class and keypoint branch
public record Graph(List<Op> ops, List<Integer> layers, List<Head> heads) {

    /// What the head gives at one level.
    ///
    /// @param box `[B, 64, h, w]`
    /// @param scores `[B, nc, h, w]`
    /// @param keypoints `[B, nk, h, w]`
    public record Head(int box, int scores, int keypoints) {}

    public Graph {
        ops = List.copyOf(ops);
        layers = List.copyOf(layers);
        heads = List.copyOf(heads);
    }

    /// How many values there are, the picture among them.
    int values() {
        return 1 + ops.stream().mapToInt(Op::outputs).sum();
    }

    /// For each value the operation after which nobody reads it any more; those in `kept` and the
    /// heads are kept.
    int[] lastUses(Set<Integer> kept) {
        int[] last = new int[values()];
        for (int i = 0; i < ops.size(); i++) {
            for (int input : ops.get(i).inputs()) {
                last[input] = i;
            }
        }
        kept.forEach(value -> last[value] = Integer.MAX_VALUE);
        for (Head head : heads) {
            Arrays.asList(head.box(), head.scores(), head.keypoints())
                    .forEach(value -> last[value] = Integer.MAX_VALUE);
        }
        return last;
    }
}
