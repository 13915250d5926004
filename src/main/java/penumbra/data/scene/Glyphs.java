package penumbra.data.scene;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import penumbra.geometry.Point;
import penumbra.model.Sticker;
import penumbra.model.Stroke;

/// Stickers, marks and letters that mean nothing, as outlines in a square from -0.5 to 0.5, y down.
/// No font is needed.
final class Glyphs {

    private static final double FLATNESS = 0.01;

    private Glyphs() {}

    /// The outlines of a sticker, in its heights.
    static List<double[]> outlines(Sticker sticker) {
        Path2D path = new Path2D.Double();
        for (Stroke stroke : sticker.shape()) {
            boolean joined = false;
            for (Stroke.Piece piece : stroke.pieces()) {
                path.append(shape(piece), joined);
                joined = true;
            }
        }
        return stroked(path);
    }

    private static Shape shape(Stroke.Piece piece) {
        return switch (piece) {
            case Stroke.Line(List<Point> points) ->
                    lines(
                            points.stream()
                                    .flatMapToDouble(p -> DoubleStream.of(p.x(), p.y()))
                                    .toArray());
            case Stroke.Arc a ->
                    new Arc2D.Double(
                            a.x(), a.y(), a.width(), a.height(), a.from(), a.sweep(), Arc2D.OPEN);
        };
    }

    /// A letter of no alphabet: strokes from a frame of two posts and three bars, and a slanted
    /// one.
    static List<double[]> letter(SplittableRandom random) {
        Path2D path = new Path2D.Double();
        boolean left = random.nextDouble() < 0.8;
        double[] heights = {-0.4, 0, 0.4};
        if (left) {
            path.append(lines(-0.34, -0.48, -0.34, 0.48), false);
        }
        if (!left || random.nextDouble() < 0.35) {
            double from = random.nextDouble() < 0.6 ? -0.48 : 0;
            path.append(lines(0.34, from, 0.34, 0.48), false);
        }
        int bars = 0;
        for (double y : heights) {
            if (random.nextDouble() < 0.55) {
                path.append(lines(-0.42, y, random.nextDouble() < 0.7 ? 0.42 : 0.1, y), false);
                bars++;
            }
        }
        if (bars < 2) {
            double down = random.nextBoolean() ? 0.44 : -0.44;
            path.append(lines(-0.3, -down, 0.34, down), false);
        }
        return stroked(path);
    }

    private static List<double[]> stroked(Shape path) {
        return outlines(
                new BasicStroke(
                                (float) Sticker.WEIGHT,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                3f)
                        .createStrokedShape(path));
    }

    private static List<double[]> outlines(Shape shape) {
        List<double[]> contours = new ArrayList<>();
        List<Double> current = new ArrayList<>();
        double[] p = new double[6];
        for (PathIterator i = shape.getPathIterator(null, FLATNESS); !i.isDone(); i.next()) {
            int kind = i.currentSegment(p);
            if (kind == PathIterator.SEG_MOVETO || kind == PathIterator.SEG_CLOSE) {
                if (current.size() > 4) {
                    contours.add(current.stream().mapToDouble(Double::doubleValue).toArray());
                }
                current.clear();
            }
            if (kind != PathIterator.SEG_CLOSE) {
                current.add(p[0]);
                current.add(p[1]);
            }
        }
        if (current.size() > 4) {
            contours.add(current.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return List.copyOf(contours);
    }

    private static Path2D lines(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path;
    }

    /// A round mark: a disc out of which a ring and a star are cut, by contours of the opposite
    /// direction.
    static List<double[]> emblem(SplittableRandom random) {
        double gap = 0.3 + 0.08 * random.nextDouble();
        double[] star = new double[4 * (3 + random.nextInt(5))];
        double turn = random.nextDouble();
        int n = star.length / 2;
        for (int i = 0; i < n; i++) {
            double radius = (i % 2 == 0 ? 0.85 : 0.25) * gap;
            star[2 * i] = radius * Math.cos(turn - 2 * Math.PI * i / n);
            star[2 * i + 1] = radius * Math.sin(turn - 2 * Math.PI * i / n);
        }
        return List.of(ring(0.5, 1), ring(gap + 0.03, -1), ring(gap, 1), star);
    }

    private static double[] ring(double radius, int direction) {
        double[] c = new double[64];
        for (int i = 0; i < 32; i++) {
            c[2 * i] = radius * Math.cos(direction * 2 * Math.PI * i / 32);
            c[2 * i + 1] = radius * Math.sin(direction * 2 * Math.PI * i / 32);
        }
        return c;
    }
}
