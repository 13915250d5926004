package penumbra.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.geometry.Homography;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// What is printed between the bars of a plate, as strokes, to be drawn over a picture: a wrong
/// order or class of a label shows at a glance.
///
/// @param size the plate it belongs to
/// @param strokes the middle lines of its strokes, mm in the frame of [PlateSize]
/// @param strokeWidth mm
public record Sticker(PlateSize size, List<List<Point>> strokes, double strokeWidth) {

    /// Height of a digit, and of the sign of guard, outpost and base, mm.
    private static final double DIGIT = 100;

    private static final double SIGN = 78;

    /// Width of a stroke in heights.
    private static final double WEIGHT = 0.17;

    private static final double DEGREES_A_STEP = 10;

    public Sticker {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    /// The sticker of a class; empty when its name does not say what is on it.
    ///
    /// @param className with or without a colour in front: a digit 1 to 5, `G` guard, `O` outpost,
    ///   `B` base (`Bs`, `Bb`), with `L` before a digit on a large plate
    public static Optional<Sticker> ofClass(String className) {
        PlateSize size = PlateSize.ofClass(className);
        String symbol = PlateSize.symbol(className).replaceFirst("^L", "");
        return switch (symbol) {
            case "1" -> sticker(size, DIGIT, Stream.of(line(-0.17, -0.28, 0.06, -0.42, 0.06, 0.5)));
            case "2" -> sticker(size, DIGIT, Stream.of(two()));
            case "3" -> sticker(size, DIGIT, three());
            case "4" ->
                    sticker(
                            size,
                            DIGIT,
                            Stream.of(line(0.12, 0.5, 0.12, -0.4, -0.3, 0.2, 0.36, 0.2)));
            case "5" -> sticker(size, DIGIT, Stream.of(five()));
            case "G" -> sticker(size, SIGN, shield());
            case "O" -> sticker(size, SIGN, tower());
            case "B", "Bs", "Bb" -> sticker(size, SIGN, house());
            default -> Optional.empty();
        };
    }

    /// The strokes as they look on a plate whose bars end there.
    ///
    /// @param ends TL, BL, BR, TR, picture px
    /// @return polylines in picture px; empty when the ends are not the corners of a convex outline
    ///   or a stroke would reach beyond the horizon
    public Optional<List<List<Point>>> on(Quad ends) {
        Optional<Homography> view = Homography.between(size.ends(), ends);
        if (view.isEmpty()) {
            return Optional.empty();
        }
        List<List<Point>> drawn = new ArrayList<>();
        for (List<Point> stroke : strokes) {
            List<Point> seen =
                    stroke.stream().map(view.get()::map).flatMap(Optional::stream).toList();
            if (seen.size() < stroke.size()) {
                return Optional.empty();
            }
            drawn.add(seen);
        }
        return Optional.of(List.copyOf(drawn));
    }

    private static Optional<Sticker> sticker(
            PlateSize size, double height, Stream<List<Point>> strokes) {
        List<List<Point>> scaled =
                strokes.map(stroke -> stroke.stream().map(p -> p.times(height)).toList()).toList();
        return Optional.of(new Sticker(size, scaled, WEIGHT * height));
    }

    private static List<Point> two() {
        return joined(arc(0, -0.19, 0.24, 0.23, 170, -35), line(-0.24, 0.42, 0.32, 0.42));
    }

    private static List<Point> five() {
        return joined(
                line(0.26, -0.42, -0.2, -0.42, -0.22, -0.04),
                arc(-0.005, 0.15, 0.265, 0.27, 140, -150));
    }

    private static Stream<List<Point>> three() {
        return Stream.of(
                arc(-0.005, -0.215, 0.235, 0.205, 160, -90),
                arc(-0.005, 0.205, 0.255, 0.215, 90, -160));
    }

    private static Stream<List<Point>> shield() {
        return Stream.of(
                line(-0.3, -0.38, 0.3, -0.38, 0.3, 0.05, 0, 0.42, -0.3, 0.05, -0.3, -0.46),
                line(0, -0.2, 0, 0.14));
    }

    private static Stream<List<Point>> tower() {
        return Stream.of(
                line(-0.3, 0.42, 0.3, 0.42),
                line(-0.17, 0.42, -0.1, -0.18, 0.1, -0.18, 0.17, 0.42),
                line(0, -0.18, 0, -0.46));
    }

    private static Stream<List<Point>> house() {
        return Stream.of(
                line(-0.34, 0.42, -0.34, -0.1, 0, -0.4, 0.34, -0.1, 0.34, 0.42),
                line(-0.42, 0.36, 0.42, 0.36),
                line(0, 0.36, 0, 0));
    }

    private static List<Point> line(double... xy) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return points;
    }

    /// Part of an ellipse, degrees counter-clockwise from the right, in steps of at most 10.
    private static List<Point> arc(
            double cx, double cy, double rx, double ry, double from, double to) {
        int steps = (int) Math.ceil(Math.abs(to - from) / DEGREES_A_STEP);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(from + (to - from) * i / steps);
            points.add(new Point(cx + rx * Math.cos(angle), cy - ry * Math.sin(angle)));
        }
        return points;
    }

    private static List<Point> joined(List<Point> first, List<Point> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
