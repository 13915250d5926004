package penumbra.ui.bench;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import penumbra.geometry.Point;

/// What a hand does over a node of the window: events as the toolkit makes them, fired at the node;
/// places are in the node's own px. To be used on the window's thread.
///
/// @param node gets the events
record Hand(Node node) {

    private static final double PX_A_NOTCH = 40;

    /// Turns the wheel.
    ///
    /// @param at in the node
    /// @param notches away from the person
    void wheel(Point at, double notches) {
        Point2D scene = node.localToScene(at.x(), at.y());
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        PX_A_NOTCH * notches,
                        0,
                        PX_A_NOTCH * notches,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(node, scene.getX(), scene.getY())));
    }

    void press(MouseButton button, Point at) {
        mouse(MouseEvent.MOUSE_PRESSED, button, at);
    }

    void drag(MouseButton button, Point at) {
        mouse(MouseEvent.MOUSE_DRAGGED, button, at);
    }

    void release(MouseButton button, Point at) {
        mouse(MouseEvent.MOUSE_RELEASED, button, at);
    }

    /// Presses and releases a key.
    void type(KeyCode code) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                    node, new KeyEvent(type, "", code.getChar(), code, false, false, false, false));
        }
    }

    private void mouse(EventType<MouseEvent> type, MouseButton button, Point at) {
        Point2D scene = node.localToScene(at.x(), at.y());
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down && button == MouseButton.PRIMARY,
                        down && button == MouseButton.MIDDLE,
                        down && button == MouseButton.SECONDARY,
                        false,
                        false,
                        false,
                        new PickResult(node, scene.getX(), scene.getY())));
    }
}
