package penumbra.ui.overlay;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;

/// A thin arrow between two points of the screen.
final class Arrow {

    private static final double HEAD = 5;
    private static final Color HALO = Color.color(0, 0, 0, 0.5);

    private Arrow() {}

    static void paint(GraphicsContext g, Point from, Point to, Color colour) {
        Point way = to.minus(from);
        double length = way.norm();
        if (length < 1) {
            return;
        }
        Point unit = way.times(1 / length);
        double head = Math.min(HEAD, length / 2);
        Point neck = to.minus(unit.times(head));
        Point side = new Point(-unit.y(), unit.x()).times(head / 2);
        g.setStroke(HALO);
        g.setLineWidth(2.5);
        g.strokeLine(from.x(), from.y(), to.x(), to.y());
        g.setStroke(colour);
        g.setLineWidth(1);
        g.strokeLine(from.x(), from.y(), neck.x(), neck.y());
        g.setFill(colour);
        g.fillPolygon(
                new double[] {to.x(), neck.x() + side.x(), neck.x() - side.x()},
                new double[] {to.y(), neck.y() + side.y(), neck.y() - side.y()},
                3);
    }
}
