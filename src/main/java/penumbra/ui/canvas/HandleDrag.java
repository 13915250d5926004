package penumbra.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import penumbra.geometry.Point;
import penumbra.ui.overlay.OverlayStack;

/// Lets the pointer drag what an overlay offers to be dragged, before it means anything for the
/// labels below. While plates are made, clicks are for them alone.
public final class HandleDrag {

    private final PictureCanvas canvas;
    private final OverlayStack overlays;

    /// @param canvas whose pointer is listened to
    public HandleDrag(PictureCanvas canvas, CanvasState state, OverlayStack overlays) {
        this.canvas = canvas;
        this.overlays = overlays;
        canvas.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    boolean main = event.getButton() == MouseButton.PRIMARY;
                    boolean free = state.plateToolProperty().get().isEmpty();
                    if (main && free && overlays.press(at(event))) {
                        canvas.requestFocus();
                        canvas.setCursor(Cursor.MOVE);
                        event.consume();
                    }
                });
        canvas.addEventFilter(
                MouseEvent.MOUSE_DRAGGED,
                event -> {
                    if (overlays.drag(at(event))) {
                        event.consume();
                    }
                });
        canvas.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    private void released(MouseEvent event) {
        if (overlays.release()) {
            canvas.setCursor(Cursor.DEFAULT);
            event.consume();
        }
    }

    private static Point at(MouseEvent event) {
        return new Point(event.getX(), event.getY());
    }
}
