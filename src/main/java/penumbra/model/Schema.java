package penumbra.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import penumbra.geometry.Point;

/// What is labelled: the keypoints of a target, how they belong together, and the classes.
///
/// @param keypoints names in label order; their count is K
/// @param edges pairs of keypoint indices that are drawn as a line (for a plate its two light bars)
/// @param flip index of the keypoint that takes the place of each one in a mirrored picture
///   (`flip_idx`)
/// @param oksSigmas OKS standard deviation of each keypoint relative to the square root of the
///   target's area; 1/K unless measured
/// @param noise the CALIBRATED deviations of labels; empty before anybody measured
public record Schema(
        List<String> keypoints,
        List<Edge> edges,
        List<Integer> flip,
        List<Double> oksSigmas,
        List<LabelClass> classes,
        Optional<LabelNoise> noise) {

    /// Two keypoints that belong together, by index.
    public record Edge(int from, int to) {}

    /// An armor plate: the four light-bar endpoints, blue and red, guard, 1 to 5, outpost and base.
    public static final Schema ARMOR_PLATE =
            new Schema(
                    List.of("TL", "BL", "BR", "TR"),
                    List.of(new Edge(0, 1), new Edge(2, 3)),
                    List.of(3, 2, 1, 0),
                    List.of(0.25, 0.25, 0.25, 0.25),
                    Stream.of("B", "R")
                            .flatMap(c ->
                                    Stream.of("G", "1", "2", "3", "4", "5", "O", "B")
                                            .map(n -> c + n))
                            .map(name -> new LabelClass(name, colourOf(name)))
                            .toList());

    private static final List<String> PALETTE =
            List.of(
                    "#7fd06b", "#f2c14e", "#4ecdc4", "#ff9f68", "#e56bb0", "#9ab0ff", "#c9e265",
                    "#d9a066");

    /// @throws IllegalArgumentException naming the part that does not fit the others
    public Schema {
        keypoints = List.copyOf(keypoints);
        edges = List.copyOf(edges);
        flip = List.copyOf(flip);
        oksSigmas = List.copyOf(oksSigmas);
        classes = List.copyOf(classes);
        int k = keypoints.size();
        require(k > 0, "a schema needs at least one keypoint");
        require(new HashSet<>(keypoints).size() == k, "keypoint names must differ: " + keypoints);
        for (Edge e : edges) {
            require(
                    isIndex(e.from(), k) && isIndex(e.to(), k),
                    "an edge names a keypoint that is not there: " + e);
        }
        require(
                flip.stream().sorted().toList().equals(IntStream.range(0, k).boxed().toList()),
                "flip pairs must name each of the " + k + " keypoints once: " + flip);
        require(
                oksSigmas.size() == k,
                "there must be one OKS sigma for each of the " + k + " keypoints");
        require(
                oksSigmas.stream().allMatch(s -> s > 0 && Double.isFinite(s)),
                "OKS sigmas must be positive");
        require(
                classes.stream().map(LabelClass::name).distinct().count() == classes.size(),
                "class names must differ");
    }

    /// A schema whose label noise nobody measured.
    ///
    /// @throws IllegalArgumentException naming the part that does not fit the others
    public Schema(
            List<String> keypoints,
            List<Edge> edges,
            List<Integer> flip,
            List<Double> oksSigmas,
            List<LabelClass> classes) {
        this(keypoints, edges, flip, oksSigmas, classes, Optional.empty());
    }

    /// A schema for keypoints of which nothing but their names is known: no edges, no flip pairs,
    /// sigma 1/K.
    public static Schema plain(List<String> keypoints, List<String> classNames) {
        int k = keypoints.size();
        return new Schema(
                keypoints,
                List.of(),
                IntStream.range(0, k).boxed().toList(),
                Collections.nCopies(k, 1.0 / k),
                classNames.stream().map(n -> new LabelClass(n, colourOf(n))).toList());
    }

    /// K, the number of keypoints of one target.
    public int keypointCount() {
        return keypoints.size();
    }

    public List<String> classNames() {
        return classes.stream().map(LabelClass::name).toList();
    }

    public OptionalInt classIndex(String name) {
        return IntStream.range(0, classes.size())
                .filter(i -> classes.get(i).name().equals(name))
                .findFirst();
    }

    /// Unit vector along the edge of a keypoint from its other, labelled end: along a light bar,
    /// outwards. Empty where there is no such end or it lies in the same place.
    ///
    /// @param of a target, in schema order
    public Optional<Point> outwards(List<Keypoint> of, int keypoint) {
        return edges.stream()
                .filter(edge -> edge.from() == keypoint || edge.to() == keypoint)
                .map(edge -> of.get(edge.from() == keypoint ? edge.to() : edge.from()))
                .filter(Keypoint::labelled)
                .map(other -> of.get(keypoint).at().minus(other.at()))
                .filter(way -> way.norm() > 0)
                .map(way -> way.times(1 / way.norm()))
                .findFirst();
    }

    /// This schema with one more class at the end; existing class indices stay what they are.
    public Schema withClass(String name) {
        return new Schema(
                keypoints,
                edges,
                flip,
                oksSigmas,
                Stream.concat(classes.stream(), Stream.of(new LabelClass(name, colourOf(name))))
                        .toList(),
                noise);
    }

    /// This schema with measured label noise and the OKS sigma of every keypoint that goes with it.
    public Schema calibrated(LabelNoise measured, double oksSigma) {
        return new Schema(
                keypoints,
                edges,
                flip,
                Collections.nCopies(keypointCount(), oksSigma),
                classes,
                Optional.of(measured));
    }

    /// Blue, red, grey (unlit) and purple plates by the first letter; any other name a colour of
    /// its own, the same on every machine.
    private static String colourOf(String name) {
        return switch (name.isEmpty() ? ' ' : name.charAt(0)) {
            case 'B' -> "#4da3ff";
            case 'R' -> "#ff5a4d";
            case 'N' -> "#b0b0b0";
            case 'P' -> "#c06cff";
            default -> PALETTE.get(Math.floorMod(name.hashCode(), PALETTE.size()));
        };
    }

    private static boolean isIndex(int i, int k) {
        return i >= 0 && i < k;
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
