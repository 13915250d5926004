package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import penumbra.format.Excerpt;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.KeypointOrder;
import penumbra.format.Refusal;
import penumbra.model.Keypoint;
import penumbra.model.Schema;

/// The keypoints that the targets of a source have in common.
///
/// They are those of its categories; where these differ in number, those that most targets have;
/// where there are none, all names met in it. A target with another number is refused; one with the
/// same names in another order is sorted; one with other names, or none, is taken by position, and
/// that is said once per class.
final class SourceKeypoints {

    private final List<Category> categories;
    private final boolean named;
    private final List<String> names;
    private final Set<String> saidByPosition = new HashSet<>();

    private SourceKeypoints(List<Category> categories, boolean named, List<String> names) {
        this.categories = categories;
        this.named = named;
        this.names = names;
    }

    /// @param unnamedCount keypoints of a target where the source names none; empty for the count
    ///   that most targets have
    /// @throws FormatException if the source has more keypoint names than a target may have points
    static SourceKeypoints of(
            List<AnnotationFile> files, OptionalInt unnamedCount, Findings findings)
            throws FormatException {
        List<Category> categories =
                files.stream()
                        .flatMap(f -> f.categories().stream())
                        .filter(c -> !c.keypoints().isEmpty())
                        .toList();
        if (!categories.isEmpty()) {
            return new SourceKeypoints(categories, true, declaredNames(categories, files));
        }
        Set<String> met = new LinkedHashSet<>();
        skeletons(files).forEach(s -> met.addAll(s.names()));
        if (!met.isEmpty()) {
            return new SourceKeypoints(List.of(), true, metNames(met, files, findings));
        }
        int plate = Schema.ARMOR_PLATE.keypointCount();
        int count = unnamedCount.orElse(mostFrequentCount(files).orElse(plate));
        return new SourceKeypoints(
                List.of(),
                false,
                count == plate ? Schema.ARMOR_PLATE.keypoints() : numbered(count));
    }

    private static List<String> metNames(
            Set<String> met, List<AnnotationFile> files, Findings findings) throws FormatException {
        StatedPicture first =
                files.stream()
                        .flatMap(f -> f.pictures().stream())
                        .filter(p -> p.skeletons().stream().anyMatch(s -> !s.names().isEmpty()))
                        .findFirst()
                        .orElseThrow();
        if (met.size() > Category.MAX_KEYPOINTS) {
            throw new FormatException(
                    Finding.of(
                            Severity.REFUSED,
                            first.file(),
                            first.line(),
                            "too-many-names",
                            met.size(),
                            Category.MAX_KEYPOINTS));
        }
        List<String> order = KeypointOrder.of(met);
        findings.note(
                first.file(),
                first.line(),
                "keypoint-order",
                Excerpt.sentence(String.join(" ", order)));
        return order;
    }

    /// Whether the source itself says what its keypoints are.
    boolean declared() {
        return named || names.size() != Schema.ARMOR_PLATE.keypointCount();
    }

    /// The categories that fit and have a name, in the order of the source.
    List<Category> categories() {
        return categories.stream()
                .filter(c -> c.keypoints().size() == names.size() && !c.name().isBlank())
                .toList();
    }

    Schema schema(List<String> classNames) {
        return KeypointOrder.schema(
                names,
                categories.stream()
                        .filter(c -> c.keypoints().equals(names))
                        .map(Category::edges)
                        .findFirst()
                        .orElse(List.of()),
                classNames);
    }

    /// The target's keypoints in the order of this source.
    ///
    /// @throws Refusal if they cannot be brought into it
    List<Keypoint> arranged(Skeleton skeleton, Path file, Findings findings)
            throws Refusal, FormatException {
        Optional<List<String>> kind =
                skeleton.category().map(Category::keypoints).filter(k -> !k.isEmpty());
        List<String> own = skeleton.names();
        List<Keypoint> points = skeleton.keypoints();
        if (kind.isPresent() && !own.isEmpty()) {
            points = byName(points, own, kind.get(), skeleton);
            own = kind.get();
        }
        if (own.equals(names)) {
            return points;
        }
        boolean partOfThese = kind.isEmpty() && names.containsAll(own) && !own.isEmpty();
        if (partOfThese || KeypointOrder.sameNames(own, names)) {
            return KeypointOrder.arranged(points, own, names);
        }
        if (points.size() != names.size()) {
            throw new Refusal(
                    skeleton.line(),
                    "keypoint-count",
                    points.size(),
                    names.size(),
                    Excerpt.of(skeleton.className()));
        }
        if (named && saidByPosition.add(skeleton.className())) {
            findings.note(
                    file,
                    skeleton.line(),
                    "keypoints-by-position",
                    Excerpt.of(skeleton.className()),
                    Excerpt.sentence(String.join(" ", names)));
        }
        return points;
    }

    private static List<Keypoint> byName(
            List<Keypoint> points, List<String> own, List<String> kind, Skeleton skeleton)
            throws Refusal {
        if (own.equals(kind)) {
            return points;
        }
        for (String name : own) {
            if (!kind.contains(name)) {
                throw new Refusal(
                        skeleton.line(),
                        "keypoint-name",
                        Excerpt.of(name),
                        Excerpt.of(skeleton.className()));
            }
        }
        return KeypointOrder.arranged(points, own, kind);
    }

    private static List<String> declaredNames(
            List<Category> categories, List<AnnotationFile> files) {
        boolean oneCount =
                categories.stream().map(c -> c.keypoints().size()).distinct().count() == 1;
        int first = categories.getFirst().keypoints().size();
        int count = oneCount ? first : mostFrequentCount(files).orElse(first);
        return categories.stream()
                .map(Category::keypoints)
                .filter(k -> k.size() == count)
                .findFirst()
                .orElseGet(() -> numbered(count));
    }

    private static Optional<Integer> mostFrequentCount(List<AnnotationFile> files) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        skeletons(files).forEach(s -> counts.merge(s.count(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.keySet().stream().filter(k -> counts.get(k) == most).findFirst();
    }

    private static Stream<Skeleton> skeletons(List<AnnotationFile> files) {
        return files.stream()
                .flatMap(f -> f.pictures().stream())
                .flatMap(p -> p.skeletons().stream());
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }
}
