package penumbra.format.plate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import penumbra.format.Decimal;
import penumbra.format.Excerpt;
import penumbra.format.PictureBorder;
import penumbra.format.Refusal;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Target;

/// One plate of a RoboMaster text form.
///
/// @param line 1-based line it stands on
/// @param classIndex into the layout's class names
/// @param points normalised; beyond \[0, 1\] for plates that the picture's border cuts
record PlateLine(int line, int classIndex, List<Point> points) {

    /// A normalised coordinate beyond this is no label but a mistake: a point ten pictures away.
    static final double MAX_NORMALISED = 10;

    /// Columns beyond this are not told apart.
    private static final int MAX_TOKENS = 64;

    private static final Pattern INTEGER = Pattern.compile("\\d{1,6}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// @throws Refusal naming the rule that the line breaks, or the form that it has instead
    static PlateLine parse(int line, String text, PlateLayout layout) throws Refusal {
        String[] tokens = BLANKS.split(text.strip(), MAX_TOKENS);
        try {
            return parse(line, tokens, layout);
        } catch (Refusal refusal) {
            Optional<String> other = otherForm(tokens, layout);
            if (other.isPresent()) {
                throw new Refusal(line, "other-format", other.get(), layout.id());
            }
            throw refusal;
        }
    }

    /// Whether at least two numbers stand on the line, as on any line that is meant as a label.
    static boolean hasNumbers(String text) {
        return Arrays.stream(BLANKS.split(text.strip(), MAX_TOKENS))
                        .filter(token -> Decimal.parse(token).isPresent())
                        .limit(2)
                        .count()
                == 2;
    }

    /// The plate in picture px: normalised value times picture side, nothing rounded.
    Target target(Size size, String annotator) {
        return Target.of(
                classIndex,
                points.stream()
                        .map(p -> new Point(p.x() * size.width(), p.y() * size.height()))
                        .map(p -> PictureBorder.keypoint(p, size))
                        .toList(),
                Optional.empty(),
                annotator);
    }

    private static PlateLine parse(int line, String[] tokens, PlateLayout layout) throws Refusal {
        if (tokens.length != layout.columns()) {
            String count = tokens.length + (tokens.length == MAX_TOKENS ? " or more" : "");
            throw new Refusal(line, "columns", layout.id(), layout.columns(), count);
        }
        int classIndex = 0;
        for (PlateLayout.Code code : layout.codes()) {
            classIndex = classIndex * code.count() + code(line, tokens, code);
        }
        List<Point> points = new ArrayList<>();
        for (int i = layout.firstCoordinate(); points.size() < 4; i += 2) {
            points.add(new Point(coordinate(line, tokens, i), coordinate(line, tokens, i + 1)));
        }
        return new PlateLine(line, classIndex, List.copyOf(points));
    }

    private static int code(int line, String[] tokens, PlateLayout.Code code) throws Refusal {
        String token = tokens[code.column()];
        if (!INTEGER.matcher(token).matches()) {
            throw new Refusal(line, "whole-number", code.column() + 1, Excerpt.of(token));
        }
        int value = Integer.parseInt(token);
        if (value >= code.count()) {
            throw new Refusal(line, "class-range", code.column() + 1, value, code.count() - 1);
        }
        return value;
    }

    private static double coordinate(int line, String[] tokens, int column) throws Refusal {
        String token = tokens[column];
        double value =
                Decimal.parse(token)
                        .orElseThrow(
                                () -> new Refusal(line, "number", column + 1, Excerpt.of(token)));
        if (Math.abs(value) > MAX_NORMALISED) {
            throw new Refusal(line, "magnitude", column + 1, Excerpt.of(token), MAX_NORMALISED);
        }
        return value;
    }

    private static Optional<String> otherForm(String[] tokens, PlateLayout layout) {
        for (PlateLayout other : PlateLayout.ALL) {
            if (other != layout && fits(tokens, other)) {
                return Optional.of(other.id());
            }
        }
        boolean yoloLength = tokens.length == 13 || tokens.length == 17;
        return yoloLength && INTEGER.matcher(tokens[0]).matches()
                ? Optional.of("yolo-pose")
                : Optional.empty();
    }

    private static boolean fits(String[] tokens, PlateLayout layout) {
        try {
            parse(1, tokens, layout);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
