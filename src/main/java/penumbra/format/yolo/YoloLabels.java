package penumbra.format.yolo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.format.Excerpt;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Reads the lines of one YOLO pose label file: `class cx cy w h` and for each keypoint `x y` or `x
/// y v`, all but class and v normalised.
///
/// Unlike a loader it judges each line by itself, so a bad one costs itself only, keeps 64 bits,
/// and keeps points outside the picture. With `x y` alone a loader takes a point for absent when a
/// coordinate is negative, but drops the picture when it is below -0.01: so a point with a negative
/// coordinate of -0.01 or more is unlabelled here, and one further out is a labelled point beyond
/// the border. Whatever the visibility, the coordinates stay as they stand.
final class YoloLabels {

    private final Path file;
    private final Optional<KeypointShape> declared;
    private final Schema schema;
    private final String annotator;
    private final List<Finding> findings;

    /// @param declared the shape that a data.yaml states; empty to tell it by the columns of an
    ///   armor plate, 13 for `[4, 2]` and 17 for `[4, 3]`
    /// @param findings gets what is noticed
    YoloLabels(
            Path file,
            Optional<KeypointShape> declared,
            Schema schema,
            String annotator,
            List<Finding> findings) {
        this.file = file;
        this.declared = declared;
        this.schema = schema;
        this.annotator = annotator;
        this.findings = findings;
    }

    /// The targets in file order. Never throws because of the content.
    List<Target> read(byte[] content, Size size) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.startsWith("\ufeff")) {
            findings.add(Finding.of(Severity.WARNING, file, 1, "yolo-bom"));
            text = text.substring(1);
        }
        List<Target> targets = new ArrayList<>();
        List<String> lines = PythonText.lines(text);
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = PythonText.words(lines.get(i));
            if (!words.isEmpty()) {
                target(i + 1, words, size).ifPresent(targets::add);
            }
        }
        return targets;
    }

    private Optional<Target> target(int line, List<String> words, Size size) {
        double[] values = new double[words.size()];
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = PythonText.number(words.get(i));
            if (value.isEmpty()) {
                return refused(line, "yolo-number", Excerpt.of(words.get(i)));
            }
            values[i] = value.getAsDouble();
        }
        Optional<KeypointShape> shape = declared.or(() -> KeypointShape.ofPlate(values.length));
        if (shape.isEmpty()) {
            return refused(line, "yolo-bare-columns", values.length);
        }
        if (values.length != shape.get().columns()) {
            return refused(line, "yolo-columns", values.length, shape.get().columns(), shape.get());
        }
        if (values[0] != Math.rint(values[0]) || values[0] < 0) {
            return refused(line, "yolo-class-number", Excerpt.of(words.getFirst()));
        }
        if (values[0] >= schema.classes().size()) {
            return refused(
                    line, "yolo-class", Excerpt.of(words.getFirst()), schema.classes().size() - 1);
        }
        if (values[3] < 0 || values[4] < 0) {
            return refused(line, "yolo-box", Excerpt.of(words.get(3)), Excerpt.of(words.get(4)));
        }
        return target(line, words, values, shape.get(), size);
    }

    private Optional<Target> target(
            int line, List<String> words, double[] v, KeypointShape shape, Size size) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (int at = 5; at < v.length; at += shape.dimensions()) {
            Optional<Visibility> visibility =
                    shape.dimensions() == 3
                            ? Visibility.ofCode(v[at + 2])
                            : Optional.of(visibility(v[at], v[at + 1]));
            if (visibility.isEmpty()) {
                return refused(line, "yolo-visibility", Excerpt.of(words.get(at + 2)));
            }
            double x = v[at] * size.width();
            double y = v[at + 1] * size.height();
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                return refused(line, "yolo-finite");
            }
            keypoints.add(new Keypoint(new Point(x, y), visibility.get()));
        }
        Optional<Box> box = box(v, size);
        if (box.isEmpty()) {
            return refused(line, "yolo-finite");
        }
        long outside =
                keypoints.stream().filter(p -> p.labelled() && !size.contains(p.at())).count();
        if (outside > 0) {
            findings.add(Finding.of(Severity.NOTE, file, line, "yolo-outside", outside));
        }
        return Optional.of(Target.of((int) v[0], keypoints, box, annotator));
    }

    private static Optional<Box> box(double[] v, Size size) {
        double width = v[3] * size.width();
        double height = v[4] * size.height();
        double left = v[1] * size.width() - width / 2;
        double top = v[2] * size.height() - height / 2;
        boolean finite = Double.isFinite(left + width) && Double.isFinite(top + height);
        return finite && Double.isFinite(left) && Double.isFinite(top)
                ? Optional.of(Box.centred(v[1] * size.width(), v[2] * size.height(), width, height))
                : Optional.empty();
    }

    private static Visibility visibility(double x, double y) {
        boolean negative = x < 0 || y < 0;
        boolean accepted = (float) Math.min(x, y) >= LoaderLabels.LOWEST;
        return negative && accepted ? Visibility.UNLABELLED : Visibility.VISIBLE;
    }

    private Optional<Target> refused(int line, String rule, Object... arguments) {
        findings.add(Finding.of(Severity.REFUSED, file, line, rule, arguments));
        return Optional.empty();
    }
}
