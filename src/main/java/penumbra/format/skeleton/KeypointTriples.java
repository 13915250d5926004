package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.format.Excerpt;
import penumbra.format.FormatException;
import penumbra.format.Refusal;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// Keypoints written as `x y v` in a row, as COCO and Datumaro do; counts those of a file.
final class KeypointTriples {

    private final Path file;
    private int total;

    KeypointTriples(Path file) {
        this.file = file;
    }

    /// @throws Refusal if they are no triples, not as many as the category names, or a visibility
    ///   is not 0, 1 or 2
    /// @throws FormatException if the file has more keypoints than a source may have
    List<Keypoint> parse(JsonValue row, Category category) throws Refusal, FormatException {
        List<Double> numbers = row.numbers();
        int count = numbers.size() / 3;
        int expected = category.keypoints().size();
        if (numbers.size() % 3 != 0 || count == 0) {
            throw new Refusal(row.line(), "keypoint-triples", numbers.size());
        }
        if (expected != 0 && count != expected) {
            throw new Refusal(
                    row.line(), "keypoint-count", count, expected, Excerpt.of(category.name()));
        }
        total += count;
        if (total > SkeletonSource.MAX_KEYPOINTS) {
            throw SkeletonSource.tooManyKeypoints(file, row.line());
        }
        List<Keypoint> points = new ArrayList<>(count);
        for (int i = 0; i < numbers.size(); i += 3) {
            points.add(
                    keypoint(row.line(), numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
        }
        return points;
    }

    /// @throws Refusal if the visibility is not 0, 1 or 2
    static Keypoint keypoint(int line, double x, double y, double code) throws Refusal {
        Visibility visibility =
                Visibility.ofCode(code).orElseThrow(() -> new Refusal(line, "visibility", code));
        return visibility.labelled()
                ? new Keypoint(new Point(x, y), visibility)
                : Keypoint.UNLABELLED;
    }
}
