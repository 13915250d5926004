package penumbra.ui.overlay;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.Target;

/// Where an overlay is painted: on the canvas, or in the glass beside the pointer.
///
/// @param g in screen px, with the opacity of the overlay
/// @param view how the picture lies there
/// @param discs for spots of which there are many
record Sight(GraphicsContext g, Viewport view, Discs discs) {

    Point onScreen(Point inPicture) {
        return view.toScreen(inPicture);
    }

    /// Picture px as screen px.
    double onScreen(double length) {
        return length * view.scale();
    }

    /// Fills spots of one colour.
    void fill(List<Disc> spots, Color colour) {
        discs.fill(g, view.pixelRatio(), spots, colour);
    }

    /// Whether anything within so many picture px of the target can be in sight.
    boolean holds(Target target, double reach) {
        Box window = view.window();
        return Box.hull(target.labelledPoints())
                .filter(hull ->
                        hull.right() + reach >= window.x()
                                && hull.x() - reach <= window.right()
                                && hull.bottom() + reach >= window.y()
                                && hull.y() - reach <= window.bottom())
                .isPresent();
    }
}
