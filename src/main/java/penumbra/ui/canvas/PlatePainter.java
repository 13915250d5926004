package penumbra.ui.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import penumbra.edit.Selection;
import penumbra.edit.tool.Preview;
import penumbra.geometry.Box;
import penumbra.geometry.CornerOrder;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Sticker;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Paints plates at the same width of line at every zoom: bars and points in the colour of the
/// class over a dark halo, which keeps them apart from dark arena and white light alike.
///
/// @param view how the picture lies on the screen
record PlatePainter(GraphicsContext g, Viewport view, Schema schema) {

    private static final Color HALO = Color.color(0, 0, 0, 0.55);
    private static final Color STICKER = Color.color(1, 1, 1, 0.8);
    static final Color WRONG = Color.web("#ff7a1a");
    private static final Font TAG = Font.font("System", FontWeight.BOLD, 11);
    private static final Font NAME = Font.font("System", 10);

    /// Plates that are smaller on the screen get no tag and no rings, which would hide them.
    private static final double LEAST_DETAIL = 14;

    /// So large a plate has room for the names of its points.
    private static final double LEAST_NAMED = 60;

    private static final double RING = 3.5;

    /// In the plane two standard deviations hold 86 of 100 cases.
    private static final double SIGMAS = 2;

    /// A plate with its tag.
    ///
    /// @param selected what is selected of it, if anything is
    void plate(Target target, Optional<Selection> selected) {
        Color colour = colour(target.classIndex());
        boolean chosen = selected.isPresent();
        List<Point> at = onScreen(target);
        Set<Integer> known = known(target);
        outline(at, known, colour.deriveColor(0, 1, 1, chosen ? 1 : 0.85), false);
        bars(at, known, chosen ? colour.interpolate(Color.WHITE, 0.7) : colour, chosen ? 2 : 1.75);
        if (chosen || sizeOnScreen(at, known) >= LEAST_DETAIL) {
            Set<Integer> parts =
                    selected.map(s -> Set.copyOf(s.keypoints(schema))).orElse(Set.of());
            for (int i : known) {
                Keypoint point = target.keypoints().get(i);
                boolean whole =
                        selected.filter(s -> s.part() instanceof Selection.Whole).isPresent();
                ring(at.get(i), colour, point.visibility(), parts.contains(i) && !whole);
            }
            tag(schema.classNames().get(target.classIndex()), at, known, colour, chosen);
        }
        if (chosen && sizeOnScreen(at, known) >= LEAST_NAMED) {
            names(at, known);
        }
    }

    /// A plate that waits to be taken: dashed, its class with a question mark.
    void proposal(Target target) {
        waiting(target, "?", false);
    }

    /// A plate that a network found: dashed, its class with a question mark and the score in
    /// percent, and ellipses of two standard deviations where it says how sure its points are.
    ///
    /// @param target where it is now, which a gesture may have changed
    void prediction(Target target, Prediction found, boolean selected) {
        waiting(target, String.format(Locale.ROOT, "? %.0f%%", found.score() * 100), selected);
        ellipses(target, found);
    }

    /// What a network found where there is a label: without a tag, which would lie on that of the
    /// label.
    void compared(Prediction found) {
        dashes(found.target(), false);
        ellipses(found.target(), found);
    }

    private void ellipses(Target target, Prediction found) {
        g.setStroke(colour(target.classIndex()).interpolate(Color.WHITE, 0.5));
        g.setLineWidth(1);
        for (int k = 0; k < target.keypoints().size(); k++) {
            Point at = view.toScreen(target.keypoints().get(k).at());
            found.covariances().get(k).ifPresent(c -> ellipse(at, c));
        }
    }

    private void ellipse(Point at, Covariance covariance) {
        double along = SIGMAS * view.scale() * covariance.major();
        double across = SIGMAS * view.scale() * covariance.minor();
        g.save();
        g.translate(at.x(), at.y());
        g.rotate(Math.toDegrees(covariance.angle()));
        g.strokeOval(-along, -across, 2 * along, 2 * across);
        g.restore();
    }

    private void waiting(Target target, String mark, boolean selected) {
        dashes(target, selected);
        String name = schema.classNames().get(target.classIndex());
        tag(name + mark, onScreen(target), known(target), colour(target.classIndex()), selected);
    }

    private void dashes(Target target, boolean selected) {
        Color colour = colour(target.classIndex());
        List<Point> at = onScreen(target);
        Set<Integer> known = known(target);
        outline(at, known, colour, true);
        g.setLineDashes(4, 8);
        bars(at, known, colour.interpolate(Color.WHITE, selected ? 0.8 : 0.4), 2);
        g.setLineDashes();
        known.forEach(i -> ring(at.get(i), colour, Visibility.OCCLUDED, selected));
    }

    /// A plate as a gesture would leave it; what is only guessed is dashed.
    void preview(Preview preview, int classIndex) {
        Color colour = colour(classIndex).interpolate(Color.WHITE, 0.6);
        List<Point> at = preview.points().stream().map(view::toScreen).toList();
        Set<Integer> all = IntStream.range(0, at.size()).boxed().collect(Collectors.toSet());
        outline(at, all, colour.deriveColor(0, 1, 1, 0.7), true);
        dashedBars(at, preview.placed(), colour);
        for (int i : all) {
            boolean placed = preview.placed().contains(i);
            ring(at.get(i), colour, placed ? Visibility.VISIBLE : Visibility.OCCLUDED, false);
        }
    }

    /// The sticker that a plate of this class would bear, drawn as its points say the plate lies:
    /// mirrored or upside down, and in another colour, where they are out of order, and a bow tie
    /// where they make no plate.
    void sticker(Target target) {
        List<Point> points = target.labelledPoints();
        if (points.size() != 4) {
            return;
        }
        Quad ends = Quad.of(points);
        boolean wrong = CornerOrder.fault(ends).isPresent();
        g.setStroke(wrong ? WRONG : STICKER);
        g.setLineWidth(wrong ? 3 : 1.75);
        String name = schema.classNames().get(target.classIndex());
        Sticker.ofClass(name)
                .ifPresent(sticker ->
                        sticker.on(ends).orElseGet(() -> outline(ends)).forEach(this::line));
    }

    private Color colour(int classIndex) {
        return Color.web(schema.classes().get(classIndex).colour());
    }

    private void outline(List<Point> at, Set<Integer> known, Color colour, boolean dashed) {
        if (at.size() < 3) {
            return;
        }
        if (dashed) {
            g.setLineDashes(4, 4);
        }
        sides(at, known, HALO, 3.5);
        sides(at, known, colour, 1.5);
        g.setLineDashes();
    }

    private void sides(List<Point> at, Set<Integer> known, Color colour, double width) {
        g.setLineWidth(width);
        g.setStroke(colour);
        for (int i = 0; i < at.size(); i++) {
            int next = (i + 1) % at.size();
            if (known.contains(i) && known.contains(next)) {
                g.strokeLine(at.get(i).x(), at.get(i).y(), at.get(next).x(), at.get(next).y());
            }
        }
    }

    private void bars(List<Point> at, Set<Integer> known, Color colour, double width) {
        for (Schema.Edge edge : schema.edges()) {
            if (known.contains(edge.from()) && known.contains(edge.to())) {
                stroke(at.get(edge.from()), at.get(edge.to()), colour, width);
            }
        }
    }

    private void dashedBars(List<Point> at, Set<Integer> placed, Color colour) {
        for (Schema.Edge edge : schema.edges()) {
            if (edge.from() < at.size() && edge.to() < at.size()) {
                boolean firm = placed.contains(edge.from()) && placed.contains(edge.to());
                g.setLineDashes(firm ? new double[0] : new double[] {5, 4});
                stroke(at.get(edge.from()), at.get(edge.to()), colour, 2);
                g.setLineDashes();
            }
        }
    }

    private void stroke(Point from, Point to, Color colour, double width) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setStroke(HALO);
        g.setLineWidth(width + 2);
        g.strokeLine(from.x(), from.y(), to.x(), to.y());
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeLine(from.x(), from.y(), to.x(), to.y());
        g.setLineCap(StrokeLineCap.BUTT);
    }

    /// Open in the middle, so that the pixel it marks stays in sight.
    private void ring(Point at, Color colour, Visibility visibility, boolean selected) {
        double r = selected ? RING + 2 : RING;
        if (visibility == Visibility.OCCLUDED) {
            g.setLineDashes(2, 2.5);
        }
        g.setStroke(HALO);
        g.setLineWidth(4);
        g.strokeOval(at.x() - r, at.y() - r, 2 * r, 2 * r);
        g.setStroke(selected ? Color.WHITE : colour);
        g.setLineWidth(selected ? 2.25 : 1.5);
        g.strokeOval(at.x() - r, at.y() - r, 2 * r, 2 * r);
        g.setLineDashes();
    }

    private void tag(
            String name, List<Point> at, Set<Integer> known, Color colour, boolean chosen) {
        Box hull = hull(at, known);
        double width = 8 + 7.2 * name.length();
        double x = hull.centreX() - width / 2;
        double y = hull.y() - 24;
        g.setFill(chosen ? colour : Color.color(0, 0, 0, 0.6));
        g.fillRoundRect(x, y, width, 16, 5, 5);
        g.setFill(chosen ? Color.BLACK : colour);
        g.setFont(TAG);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(name, x + 4, y + 8);
    }

    /// The names of the points, pushed out of the plate.
    private void names(List<Point> at, Set<Integer> known) {
        Box hull = hull(at, known);
        g.setFont(NAME);
        g.setTextBaseline(VPos.CENTER);
        for (int i : known) {
            String name = schema.keypoints().get(i);
            boolean left = at.get(i).x() < hull.centreX();
            double x = left ? at.get(i).x() - 9 - 6.5 * name.length() : at.get(i).x() + 9;
            g.setFill(HALO);
            g.fillRoundRect(x - 2, at.get(i).y() - 7, 4 + 6.5 * name.length(), 14, 4, 4);
            g.setFill(Color.WHITE);
            g.fillText(name, x, at.get(i).y());
        }
    }

    private static List<List<Point>> outline(Quad ends) {
        return List.of(ends.corners(), List.of(ends.topRight(), ends.topLeft()));
    }

    private void line(List<Point> picturePoints) {
        double[] x = picturePoints.stream().mapToDouble(p -> view.toScreen(p).x()).toArray();
        double[] y = picturePoints.stream().mapToDouble(p -> view.toScreen(p).y()).toArray();
        g.strokePolyline(x, y, x.length);
    }

    private List<Point> onScreen(Target target) {
        return target.keypoints().stream().map(k -> view.toScreen(k.at())).toList();
    }

    /// Indices of the labelled points.
    private static Set<Integer> known(Target target) {
        return IntStream.range(0, target.keypoints().size())
                .filter(i -> target.keypoints().get(i).labelled())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static double sizeOnScreen(List<Point> at, Set<Integer> known) {
        Box hull = hull(at, known);
        return Math.max(hull.width(), hull.height());
    }

    private static Box hull(List<Point> at, Set<Integer> known) {
        return Box.hull(known.stream().map(at::get).toList()).orElse(new Box(0, 0, 0, 0));
    }
}
