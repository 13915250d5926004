package penumbra.ui.overlay;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;

/// A spot on the screen, of which a frame may have thousands.
///
/// @param at screen px
/// @param radius screen px
record Disc(Point at, double radius) {

    /// Fills them all as one shape, which costs far less than each by itself.
    static void fill(GraphicsContext g, List<Disc> discs, Color colour) {
        g.setFill(colour);
        g.beginPath();
        for (Disc disc : discs) {
            g.moveTo(disc.at.x() + disc.radius, disc.at.y());
            g.arc(disc.at.x(), disc.at.y(), disc.radius, disc.radius, 0, 360);
            g.closePath();
        }
        g.fill();
    }
}
