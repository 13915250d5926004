package penumbra.model;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// A stroke of a sign, drawn without lifting the pen. Unit: heights of the sign; origin in its
/// middle, y down.
///
/// @param pieces each joined to the one before it by a straight line
public record Stroke(List<Piece> pieces) {

    /// A part of a stroke.
    public sealed interface Piece {

        /// The piece as a polyline.
        List<Point> points();
    }

    /// Straight from point to point.
    public record Line(List<Point> points) implements Piece {

        public Line {
            points = List.copyOf(points);
        }

        static Line of(double... xy) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < xy.length; i += 2) {
                points.add(new Point(xy[i], xy[i + 1]));
            }
            return new Line(points);
        }
    }

    /// Part of the ellipse in a box.
    ///
    /// @param from degrees counter-clockwise from the right, by the box's own width and height
    /// @param sweep degrees, negative clockwise
    public record Arc(double x, double y, double width, double height, double from, double sweep)
            implements Piece {

        private static final double DEGREES_A_STEP = 10;

        @Override
        public List<Point> points() {
            int steps = (int) Math.ceil(Math.abs(sweep) / DEGREES_A_STEP);
            List<Point> points = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                double angle = Math.toRadians(from + sweep * i / steps);
                points.add(
                        new Point(
                                x + width / 2 * (1 + Math.cos(angle)),
                                y + height / 2 * (1 - Math.sin(angle))));
            }
            return points;
        }
    }

    public Stroke {
        pieces = List.copyOf(pieces);
    }

    static Stroke of(Piece... pieces) {
        return new Stroke(List.of(pieces));
    }

    static Stroke line(double... xy) {
        return of(Line.of(xy));
    }

    /// The stroke as a polyline.
    public List<Point> points() {
        return pieces.stream().flatMap(piece -> piece.points().stream()).toList();
    }
}
