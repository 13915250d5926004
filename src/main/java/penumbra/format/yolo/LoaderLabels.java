package penumbra.format.yolo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Judges a label file as the loader of Ultralytics YOLO 8.3 does; found by experiment with version
/// 8.3.253. All numbers are rounded to 32 bits before they are compared, as they are there:
/// 1.01000001 is the same as 1.01.
///
/// One bad line costs the whole picture. In this order: the file is UTF-8; every line is numbers
/// and nothing else, and all lines are equally long; there are `5 + K D` columns; no keypoint
/// coordinate is above 1.01; no value at all is below -0.01 or NaN; no class is `nc` or more. Then
/// rows that are equal are taken once, and if there were any the rows come back sorted. Departure:
/// the line is named, which the loader does not do.
public final class LoaderLabels {

    static final float HIGHEST = 1.01f;

    /// The least value that a loader accepts in a label file.
    public static final float LOWEST = -0.01f;

    private final KeypointShape shape;
    private final int classes;

    /// @param shape what data.yaml states
    /// @param classes how many it names
    public LoaderLabels(KeypointShape shape, int classes) {
        this.shape = shape;
        this.classes = classes;
    }

    /// What the loader does with a label file.
    ///
    /// @param rejection why it drops the picture, if it does
    /// @param rows what it trains with, in its order; no rows is a background picture
    public record Judgement(Optional<Rejection> rejection, List<Row> rows, int duplicates) {}

    /// A reason to drop a picture.
    public record Rejection(int line, String rule, List<Object> arguments) {}

    /// One row and the line it stands in.
    public record Row(int line, float[] values) {}

    /// Judges a label file by its bytes.
    public Judgement judge(byte[] content) {
        Optional<String> text = PythonText.decode(content);
        if (text.isEmpty()) {
            return rejected(0, "check-encoding");
        }
        List<Row> rows = new ArrayList<>();
        List<String> lines = PythonText.lines(text.get());
        int last = lastWithWords(lines);
        for (int i = 0; i <= last; i++) {
            List<String> words = PythonText.words(lines.get(i));
            if (words.isEmpty() && (lines.get(i).isEmpty() || rows.isEmpty())) {
                continue;
            }
            if (words.isEmpty()) {
                return rejected(i + 1, "check-blank-line");
            }
            float[] values = new float[words.size()];
            for (int j = 0; j < values.length; j++) {
                OptionalDouble value = PythonText.number(words.get(j));
                if (value.isEmpty()) {
                    return notANumber(i + 1, words.get(j));
                }
                values[j] = (float) value.getAsDouble();
            }
            if (!rows.isEmpty() && rows.getFirst().values.length != values.length) {
                return rejected(
                        i + 1, "check-ragged", values.length, rows.getFirst().values.length);
            }
            rows.add(new Row(i + 1, values));
        }
        return rows.isEmpty() ? new Judgement(Optional.empty(), rows, 0) : judge(rows);
    }

    private Judgement judge(List<Row> rows) {
        Row first = rows.getFirst();
        if (first.values.length != shape.columns()) {
            return rejected(
                    first.line, "check-columns", first.values.length, shape.columns(), shape);
        }
        for (Row row : rows) {
            for (int j = 5; j < row.values.length; j++) {
                boolean coordinate = (j - 5) % shape.dimensions() < 2;
                if (coordinate && row.values[j] > HIGHEST) {
                    return rejected(row.line, "check-high", row.values[j], j + 1);
                }
            }
        }
        for (Row row : rows) {
            for (int j = 0; j < row.values.length; j++) {
                if (Float.isNaN(row.values[j])) {
                    return rejected(row.line, "check-nan", j + 1);
                }
                if (row.values[j] < LOWEST) {
                    return rejected(row.line, "check-low", row.values[j], j + 1);
                }
            }
        }
        for (Row row : rows) {
            if (row.values[0] >= classes) {
                return rejected(row.line, "check-class", row.values[0], classes, classes - 1);
            }
        }
        TreeMap<float[], Row> unique = new TreeMap<>(LoaderLabels::compare);
        rows.forEach(row -> unique.putIfAbsent(row.values, row));
        int duplicates = rows.size() - unique.size();
        return new Judgement(
                Optional.empty(),
                duplicates == 0 ? rows : List.copyOf(unique.values()),
                duplicates);
    }

    /// Lexicographic; zero and minus zero are the same number, as for NumPy.
    private static int compare(float[] a, float[] b) {
        return Arrays.compare(positiveZeros(a), positiveZeros(b));
    }

    private static float[] positiveZeros(float[] values) {
        float[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] += 0f;
        }
        return copy;
    }

    private static int lastWithWords(List<String> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && PythonText.words(lines.get(last)).isEmpty()) {
            last--;
        }
        return last;
    }

    private static Judgement notANumber(int line, String word) {
        return word.startsWith("\ufeff")
                ? rejected(line, "check-bom")
                : rejected(line, "check-number", word);
    }

    private static Judgement rejected(int line, String rule, Object... arguments) {
        return new Judgement(
                Optional.of(new Rejection(line, rule, List.of(arguments))), List.of(), 0);
    }
}
