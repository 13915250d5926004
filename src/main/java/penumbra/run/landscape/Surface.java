package penumbra.run.landscape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.Refinement.Node;

/// A plane and what is known over it so far.
public record Surface(Plane plane, Map<Node, Height> heights) {

    public Surface {
        heights = Map.copyOf(heights);
    }

    Surface with(List<Height> others) {
        Map<Node, Height> more = new HashMap<>(heights);
        others.forEach(h -> more.put(h.node(), h));
        return new Surface(plane, more);
    }

    /// Nodes along a side of the finest grid whose nodes are all known.
    public Optional<Integer> side() {
        return Refinement.SIDES.reversed().stream()
                .filter(s -> heights.keySet().containsAll(Refinement.nodes(s)))
                .findFirst();
    }
}
