package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import penumbra.format.Excerpt;
import penumbra.format.Refusal;
import penumbra.model.Schema.Edge;

/// A kind of target as an annotation file declares it.
///
/// @param keypoints names in order; empty when the kind has no keypoints, or does not name them
/// @param edges pairs of keypoint indices, from 0
record Category(Path file, int line, String name, List<String> keypoints, List<Edge> edges) {

    /// Most keypoints a kind may have.
    static final int MAX_KEYPOINTS = 1000;

    Category {
        keypoints = List.copyOf(keypoints);
        edges = List.copyOf(edges);
    }

    /// The category, once its names are known to differ.
    ///
    /// @throws Refusal if a keypoint name is blank or comes twice, or there are too many
    static Category checked(
            Path file, int line, String name, List<String> keypoints, List<Edge> edges)
            throws Refusal {
        if (keypoints.size() > MAX_KEYPOINTS
                || keypoints.stream().anyMatch(String::isBlank)
                || new HashSet<>(keypoints).size() != keypoints.size()) {
            throw new Refusal(line, "keypoint-names", Excerpt.of(name), MAX_KEYPOINTS);
        }
        return new Category(file, line, name, keypoints, edges);
    }

    /// Pairs of keypoint numbers as edges. Standard COCO counts from 1, several tools from 0: a 0
    /// among them says the latter. A number without a keypoint makes its edge fall away; edges are
    /// drawn, not trained with.
    static List<Edge> edges(List<int[]> pairs, int keypointCount) {
        boolean fromZero = pairs.stream().anyMatch(p -> p[0] == 0 || p[1] == 0);
        int first = fromZero ? 0 : 1;
        return pairs.stream()
                .map(p -> new Edge(p[0] - first, p[1] - first))
                .filter(e -> isIndex(e.from(), keypointCount) && isIndex(e.to(), keypointCount))
                .toList();
    }

    private static boolean isIndex(int i, int count) {
        return i >= 0 && i < count;
    }
}
