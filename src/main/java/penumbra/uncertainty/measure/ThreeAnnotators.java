package penumbra.uncertainty.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import penumbra.geometry.Point;
import penumbra.model.BlindLook;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Each person's own noise, told from keypoints that three people labelled: who made the first
/// labels, and two who looked a second time.
///
/// Formula: [Annotators#variances] of the differences between each two of them, along the bar and
/// across it. Source: \[C1\]. Departures: variances of differences are robust, twice the square of
/// [PairSigma#robust] about their median, so that neither a habit nor a gross error of one of them
/// counts as noise. Unlike the calibration it does not take all as equally good, and it wants no
/// law of size: deviations are those of the sizes that were looked at.
///
/// @param people first who made the first labels, then the others by name
/// @param keypoints number of those that all three labelled
public record ThreeAnnotators(List<Person> people, int keypoints) {

    /// Fewest keypoints in common.
    public static final int FEWEST = Calibration.FEWEST;

    /// @param along deviation of this person's labels along the bar, px; 0 when the differences
    ///   leave nothing for it
    /// @param across likewise
    public record Person(String name, double along, double across) {}

    /// One keypoint by three people, along the bar and across it, counted from the first labels.
    private record Triple(NoisePair second, NoisePair third) {

        double[] differences(ToDoubleFunction<NoisePair> part) {
            double b = part.applyAsDouble(second);
            double c = part.applyAsDouble(third);
            return new double[] {b, c, c - b};
        }
    }

    public ThreeAnnotators {
        people = List.copyOf(people);
    }

    /// Of the three people with the most keypoints in common.
    ///
    /// @return empty when no three have [#FEWEST] in common
    public static Optional<ThreeAnnotators> of(List<BlindLook> looks, Schema schema) {
        Map<List<String>, List<Triple>> byPeople = new HashMap<>();
        // Of what a person said of a target several times, the last.
        Map<UUID, Map<String, BlindLook>> byTarget = new HashMap<>();
        for (BlindLook look : looks) {
            byTarget.computeIfAbsent(look.first().id(), _ -> new TreeMap<>())
                    .put(look.annotator(), look);
        }
        for (Map<String, BlindLook> of : byTarget.values()) {
            for (BlindLook a : of.values()) {
                for (BlindLook b : of.values()) {
                    boolean sameLabels = a.first().keypoints().equals(b.first().keypoints());
                    List<String> names =
                            List.of(a.first().annotator(), a.annotator(), b.annotator());
                    boolean three =
                            names.stream().filter(n -> !n.isBlank()).distinct().count() == 3;
                    if (sameLabels && three && a.annotator().compareTo(b.annotator()) < 0) {
                        byPeople.computeIfAbsent(names, _ -> new ArrayList<>())
                                .addAll(triples(a, b, schema));
                    }
                }
            }
        }
        return byPeople.entrySet().stream()
                .filter(e -> e.getValue().size() >= FEWEST)
                .max(Map.Entry.comparingByValue((x, y) -> Integer.compare(x.size(), y.size())))
                .map(e -> of(e.getKey(), e.getValue()));
    }

    private static List<Triple> triples(BlindLook a, BlindLook b, Schema schema) {
        Target first = a.first();
        SecondLook one = SecondLook.of(first, a.second(), schema);
        SecondLook two = SecondLook.of(first, b.second(), schema);
        List<Triple> triples = new ArrayList<>();
        for (SecondLook.End end : one.ends()) {
            two.ends().stream()
                    .filter(other -> other.keypoint() == end.keypoint())
                    .map(other ->
                            new Triple(
                                    along(first, a.second(), end), along(first, b.second(), end)))
                    .forEach(triples::add);
        }
        return triples;
    }

    /// The way from the first label to another, both measured along one direction.
    private static NoisePair along(Target first, Target second, SecondLook.End end) {
        Point from = first.keypoints().get(end.keypoint()).at();
        Point to = second.keypoints().get(end.keypoint()).at();
        return NoisePair.of(from, to, end.outwards(), end.pair().gap());
    }

    private static ThreeAnnotators of(List<String> names, List<Triple> triples) {
        List<Double> along = deviations(triples, NoisePair::along);
        List<Double> across = deviations(triples, NoisePair::across);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            people.add(new Person(names.get(i), along.get(i), across.get(i)));
        }
        return new ThreeAnnotators(people, triples.size());
    }

    private static List<Double> deviations(List<Triple> triples, ToDoubleFunction<NoisePair> part) {
        double[][] all = triples.stream().map(t -> t.differences(part)).toArray(double[][]::new);
        return Annotators.variances(variance(all, 0), variance(all, 1), variance(all, 2)).stream()
                .map(Math::sqrt)
                .toList();
    }

    private static double variance(double[][] differences, int pair) {
        double[] one = Arrays.stream(differences).mapToDouble(d -> d[pair]).sorted().toArray();
        double median = (one[(one.length - 1) / 2] + one[one.length / 2]) / 2;
        double sigma = PairSigma.robust(Arrays.stream(one).map(d -> d - median).toArray());
        return 2 * sigma * sigma;
    }
}
