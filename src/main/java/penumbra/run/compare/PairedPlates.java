package penumbra.run.compare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import penumbra.metric.TargetErrors;
import penumbra.run.Against;
import penumbra.run.PlateResult;

/// What two runs found for the same plates, added up by picture.
///
/// @param pictures sum of the first run, sum of the second, and their count of keypoints; pictures
///   without a plate that counts are left out
record PairedPlates(SequencedMap<String, Sum> pictures) {

    /// @param plates that count
    record Sum(double first, double second, double count, int plates) {

        static final Sum NONE = new Sum(0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    first + other.first,
                    second + other.second,
                    count + other.count,
                    plates + other.plates);
        }
    }

    private record Key(String picture, int target) {

        static Key of(PlateResult plate) {
            return new Key(plate.picture(), plate.target());
        }
    }

    static PairedPlates of(ComparedRun a, ComparedRun b, Measure measure, Against against) {
        Map<Key, PlateResult> others = new HashMap<>();
        b.plates().forEach(p -> others.put(Key.of(p), p));
        SequencedMap<String, Sum> pictures = new LinkedHashMap<>();
        for (PlateResult one : a.plates()) {
            PlateResult other = others.get(Key.of(one));
            if (other != null && sameQuestion(one, other, against)) {
                sum(one, other, measure, against)
                        .ifPresent(s -> pictures.merge(one.picture(), s, Sum::plus));
            }
        }
        return new PairedPlates(pictures);
    }

    private static boolean sameQuestion(PlateResult one, PlateResult other, Against against) {
        return one.labelled().equals(other.labelled())
                && (against == Against.TRUTH
                        ? one.truth().equals(other.truth())
                        : one.label().equals(other.label()));
    }

    private static Optional<Sum> sum(
            PlateResult one, PlateResult other, Measure measure, Against against) {
        Optional<TargetErrors> first = one.errors(against, List.of());
        Optional<TargetErrors> second = other.errors(against, List.of());
        if (first.isEmpty() || first.get().points().isEmpty()) {
            return Optional.empty();
        }
        if (measure.ofFound() && !(first.get().found() && second.orElseThrow().found())) {
            return Optional.empty();
        }
        return Optional.of(
                new Sum(
                        measure.of(first.get()),
                        measure.of(second.orElseThrow()),
                        first.get().points().size(),
                        1));
    }

    /// Pictures that any of them has, each once.
    static List<String> all(List<PairedPlates> pairs) {
        return pairs.stream().flatMap(p -> p.pictures().keySet().stream()).distinct().toList();
    }

    /// A row for each of these pictures.
    double[][] sums(List<String> names) {
        return names.stream()
                .map(name -> pictures.getOrDefault(name, Sum.NONE))
                .map(s -> new double[] {s.first(), s.second(), s.count()})
                .toArray(double[][]::new);
    }

    int plates() {
        return pictures.values().stream().mapToInt(Sum::plates).sum();
    }
}
