package penumbra.model;

import static penumbra.model.Stroke.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Homography;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// What is printed between the bars of a plate, as strokes: drawn over a picture, a wrong order or
/// class of a label shows at a glance; rendered plates wear the same.
///
/// @param size the plate it belongs to
/// @param height mm
/// @param shape its strokes, in heights
public record Sticker(PlateSize size, double height, List<Stroke> shape) {

    /// Width of a stroke in heights.
    public static final double WEIGHT = 0.17;

    /// Height of a digit, and of the sign of guard, outpost and base, mm.
    private static final double DIGIT = 100;

    private static final double SIGN = 78;

    public Sticker {
        shape = List.copyOf(shape);
    }

    /// The sticker of a class; empty when its name does not say what is on it.
    ///
    /// @param className with or without a colour in front: a digit 1 to 5, `G` guard, `O` outpost,
    ///   `B` base (`Bs`, `Bb`), with `L` before a digit on a large plate
    public static Optional<Sticker> ofClass(String className) {
        PlateSize size = PlateSize.ofClass(className);
        String symbol = PlateSize.symbol(className).replaceFirst("^L", "");
        return switch (symbol) {
            case "1" -> Optional.of(new Sticker(size, DIGIT, one()));
            case "2" -> Optional.of(new Sticker(size, DIGIT, two()));
            case "3" -> Optional.of(new Sticker(size, DIGIT, three()));
            case "4" -> Optional.of(new Sticker(size, DIGIT, four()));
            case "5" -> Optional.of(new Sticker(size, DIGIT, five()));
            case "G" -> Optional.of(new Sticker(size, SIGN, shield()));
            case "O" -> Optional.of(new Sticker(size, SIGN, tower()));
            case "B", "Bs", "Bb" -> Optional.of(new Sticker(size, SIGN, house()));
            default -> Optional.empty();
        };
    }

    /// Width of a stroke, mm.
    public double strokeWidth() {
        return WEIGHT * height;
    }

    /// The middle lines of its strokes as polylines, mm in the frame of [PlateSize].
    public List<List<Point>> strokes() {
        return shape.stream()
                .map(stroke -> stroke.points().stream().map(p -> p.times(height)).toList())
                .toList();
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
        for (List<Point> stroke : strokes()) {
            List<Point> seen =
                    stroke.stream().map(view.get()::map).flatMap(Optional::stream).toList();
            if (seen.size() < stroke.size()) {
                return Optional.empty();
            }
            drawn.add(seen);
        }
        return Optional.of(List.copyOf(drawn));
    }

    private static List<Stroke> one() {
        return List.of(line(-0.17, -0.28, 0.06, -0.42, 0.06, 0.5));
    }

    private static List<Stroke> two() {
        return List.of(
                Stroke.of(
                        new Stroke.Arc(-0.24, -0.42, 0.48, 0.46, 170, -205),
                        Stroke.Line.of(-0.24, 0.42, 0.32, 0.42)));
    }

    private static List<Stroke> three() {
        return List.of(
                Stroke.of(new Stroke.Arc(-0.24, -0.42, 0.47, 0.41, 160, -250)),
                Stroke.of(new Stroke.Arc(-0.26, -0.01, 0.51, 0.43, 90, -250)));
    }

    private static List<Stroke> four() {
        return List.of(line(0.12, 0.5, 0.12, -0.4, -0.3, 0.2, 0.36, 0.2));
    }

    private static List<Stroke> five() {
        return List.of(
                Stroke.of(
                        Stroke.Line.of(0.26, -0.42, -0.2, -0.42, -0.22, -0.04),
                        new Stroke.Arc(-0.27, -0.12, 0.53, 0.54, 140, -290)));
    }

    private static List<Stroke> shield() {
        return List.of(
                line(-0.3, -0.38, 0.3, -0.38, 0.3, 0.05, 0, 0.42, -0.3, 0.05, -0.3, -0.46),
                line(0, -0.2, 0, 0.14));
    }

    private static List<Stroke> tower() {
        return List.of(
                line(-0.3, 0.42, 0.3, 0.42),
                line(-0.17, 0.42, -0.1, -0.18, 0.1, -0.18, 0.17, 0.42),
                line(0, -0.18, 0, -0.46));
    }

    private static List<Stroke> house() {
        return List.of(
                line(-0.34, 0.42, -0.34, -0.1, 0, -0.4, 0.34, -0.1, 0.34, 0.42),
                line(-0.42, 0.36, 0.42, 0.36),
                line(0, 0.36, 0, 0));
    }
}
