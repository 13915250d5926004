package penumbra.ui.canvas;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;

/// A round glass beside the pointer that shows a point and what lies around it eight times as
/// large, with crosshair and coordinates.
///
/// @param focus the point it looks at, picture px
/// @param pointer where the pointer is, screen px; the glass stays clear of it
record Loupe(Viewport view, Point focus, Point pointer) {

    static final double ZOOM = 8;

    /// Side of the square that it fills, screen px.
    static final double SIZE = 176;

    private static final double GAP = 28;
    private static final Font FONT = Font.font("Monospaced", 11);

    /// Whether the picture is not as large already.
    boolean isOfUse() {
        return view.scale() < ZOOM;
    }

    /// How the picture lies in the glass.
    Viewport inside() {
        Point corner = focus.minus(new Point(SIZE / 2 / ZOOM, SIZE / 2 / ZOOM));
        return new Viewport(
                view.picture(), SIZE, SIZE, view.pixelRatio(), ZOOM * view.pixelRatio(), corner);
    }

    /// Where its top left corner lies in the view, screen px.
    Point corner() {
        double x =
                pointer.x() + GAP + SIZE > view.width()
                        ? pointer.x() - GAP - SIZE
                        : pointer.x() + GAP;
        double y =
                pointer.y() + GAP + SIZE > view.height()
                        ? pointer.y() - GAP - SIZE
                        : pointer.y() + GAP;
        return new Point(x, y);
    }

    /// Crosshair, coordinates and rim, over what the glass shows.
    void paint(GraphicsContext g) {
        cross(g);
        g.setFill(Color.color(0, 0, 0, 0.6));
        g.fillRect(0, SIZE - 42, SIZE, 42);
        g.setFill(Color.WHITE);
        g.setFont(FONT);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(coordinates(), SIZE / 2, SIZE - 31);
        g.fillText(magnification(), SIZE / 2, SIZE - 15);
        g.setStroke(Color.color(1, 1, 1, 0.8));
        g.setLineWidth(1.5);
        g.strokeOval(0.75, 0.75, SIZE - 1.5, SIZE - 1.5);
    }

    /// Where the point is, picture px.
    String coordinates() {
        return String.format(Locale.ROOT, "%.2f, %.2f", focus.x(), focus.y());
    }

    /// How much larger the picture is shown.
    String magnification() {
        return String.format(Locale.ROOT, "%.0f×", ZOOM);
    }

    /// Open in the middle, where the point itself is.
    private static void cross(GraphicsContext g) {
        double middle = SIZE / 2;
        g.setStroke(Color.color(1, 1, 1, 0.85));
        g.setLineWidth(1);
        g.strokeLine(0, middle, middle - 5, middle);
        g.strokeLine(middle + 5, middle, SIZE, middle);
        g.strokeLine(middle, 0, middle, middle - 5);
        g.strokeLine(middle, middle + 5, middle, SIZE);
    }
}
