package penumbra.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Schema.Edge;

/// Order and symmetry of keypoints that are known by name.
public final class KeypointOrder {

    private static final List<String> PLATE = Schema.ARMOR_PLATE.keypoints();

    private KeypointOrder() {}

    /// An order for names that were met without one: a plate's when all are a plate's, else that of
    /// their first appearance.
    public static List<String> of(Collection<String> met) {
        return PLATE.containsAll(met) ? PLATE : List.copyOf(new LinkedHashSet<>(met));
    }

    /// Whether both hold the same names, in whatever order.
    public static boolean sameNames(List<String> a, List<String> b) {
        return a.size() == b.size() && new HashSet<>(a).equals(new HashSet<>(b));
    }

    /// The keypoints in the order of `to`; a name of `to` that `from` lacks is left unlabelled.
    public static List<Keypoint> arranged(
            List<Keypoint> keypoints, List<String> from, List<String> to) {
        return to.stream()
                .map(from::indexOf)
                .map(i -> i < 0 ? Keypoint.UNLABELLED : keypoints.get(i))
                .toList();
    }

    /// A schema for these keypoints. The flip pairs come from the names, TL with TR and BL with BR,
    /// `left` with `right`; a name without partner stays itself.
    public static Schema schema(List<String> names, List<Edge> edges, List<String> classNames) {
        Schema plain = Schema.plain(names, classNames);
        boolean plate = sameNames(names, PLATE);
        List<Integer> flip =
                IntStream.range(0, names.size()).map(i -> partner(names, i)).boxed().toList();
        return new Schema(
                names,
                plate && edges.isEmpty() ? plateEdges(names) : edges,
                flip,
                plain.oksSigmas(),
                plain.classes());
    }

    private static int partner(List<String> names, int index) {
        for (String mirrored : mirrored(names.get(index))) {
            int other = names.indexOf(mirrored);
            if (other >= 0 && mirrored(mirrored).contains(names.get(index))) {
                return other;
            }
        }
        return index;
    }

    /// How the mirrored keypoint may be called: the plate's corners, or the one word for the other.
    private static List<String> mirrored(String name) {
        int corner = PLATE.indexOf(name);
        if (corner >= 0) {
            return List.of(PLATE.get(Schema.ARMOR_PLATE.flip().get(corner)));
        }
        List<String> candidates = new ArrayList<>();
        for (String[] pair : new String[][] {{"left", "right"}, {"Left", "Right"}}) {
            if (name.contains(pair[0])) {
                candidates.add(name.replace(pair[0], pair[1]));
            } else if (name.contains(pair[1])) {
                candidates.add(name.replace(pair[1], pair[0]));
            }
        }
        return candidates;
    }

    private static List<Edge> plateEdges(List<String> names) {
        return Schema.ARMOR_PLATE.edges().stream()
                .map(e ->
                        new Edge(
                                names.indexOf(PLATE.get(e.from())),
                                names.indexOf(PLATE.get(e.to()))))
                .toList();
    }
}
