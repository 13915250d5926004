package penumbra.ui.overlay;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;

/// A thin arrow between two points of the screen.
record Arrow(Point from, Point to) {

    private static final double HEAD = 5;
    private static final Color HALO = Color.color(0, 0, 0, 0.5);

    /// Paints them as three shapes whatever their number: halo, shafts, heads.
    static void paint(GraphicsContext g, List<Arrow> arrows, Color colour) {
        List<Arrow> seen = arrows.stream().filter(a -> a.length() >= 1).toList();
        g.beginPath();
        seen.forEach(a -> a.line(g, a.to));
        g.setStroke(HALO);
        g.setLineWidth(2.5);
        g.stroke();
        g.beginPath();
        seen.forEach(a -> a.line(g, a.neck()));
        g.setStroke(colour);
        g.setLineWidth(1);
        g.stroke();
        g.beginPath();
        seen.forEach(a -> a.head(g));
        g.setFill(colour);
        g.fill();
    }

    private double length() {
        return to.distance(from);
    }

    private Point unit() {
        return to.minus(from).times(1 / length());
    }

    private Point neck() {
        return to.minus(unit().times(headLength()));
    }

    private double headLength() {
        return Math.min(HEAD, length() / 2);
    }

    private void line(GraphicsContext g, Point end) {
        g.moveTo(from.x(), from.y());
        g.lineTo(end.x(), end.y());
    }

    private void head(GraphicsContext g) {
        Point side = new Point(-unit().y(), unit().x()).times(headLength() / 2);
        Point left = neck().plus(side);
        Point right = neck().minus(side);
        g.moveTo(to.x(), to.y());
        g.lineTo(left.x(), left.y());
        g.lineTo(right.x(), right.y());
        g.closePath();
    }
}
