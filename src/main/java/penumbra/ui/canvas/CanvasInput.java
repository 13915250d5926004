package penumbra.ui.canvas;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.edit.tool.Correction;
import penumbra.edit.tool.Drag;
import penumbra.edit.tool.FourClicks;
import penumbra.edit.tool.PointerEvent;
import penumbra.edit.tool.Tool;
import penumbra.edit.tool.TwoDrags;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.ui.Fx;
import penumbra.ui.Keymap;
import penumbra.ui.Labelling;
import penumbra.ui.Shortcut;

/// What pointer and keys do over the canvas: the wheel zooms, the middle button or the space bar
/// pans, the main button goes to the tool, arrows nudge.
public final class CanvasInput {

    /// A pointer strays so far in a mere click, screen px.
    private static final double SLOP = 3;

    /// One notch of the wheel.
    private static final double NOTCH = 1.2;

    private static final double PX_A_NOTCH = 40;

    private static final Map<KeyCode, Point> ARROWS =
            Map.of(
                    KeyCode.LEFT, new Point(-1, 0),
                    KeyCode.RIGHT, new Point(1, 0),
                    KeyCode.UP, new Point(0, -1),
                    KeyCode.DOWN, new Point(0, 1));

    private final Labelling studio;
    private final CanvasState state;
    private final PictureCanvas canvas;
    private final Keymap keymap;
    private Optional<Point> panning = Optional.empty();
    private boolean space;

    public CanvasInput(Labelling studio, CanvasState state, PictureCanvas canvas, Keymap keymap) {
        this.keymap = keymap;
        this.studio = studio;
        this.state = state;
        this.canvas = canvas;
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> canvas.setPointer(Optional.empty()));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        state.plateToolProperty().subscribe((_, _) -> begin());
        Fx.whileShown(
                canvas,
                () ->
                        studio.currentClassProperty()
                                .subscribe(index -> changeClass(index.intValue())));
        Fx.whileShown(
                canvas, () -> studio.pictureProperty().subscribe((old, now) -> turnTo(old, now)));
        begin();
    }

    private void turnTo(Optional<LabelledImage> old, Optional<LabelledImage> now) {
        if (!old.map(LabelledImage::id).equals(now.map(LabelledImage::id))) {
            begin();
        }
    }

    /// Takes up the chosen way to make plates, from its start.
    private void begin() {
        canvas.setTool(
                state.plateToolProperty()
                        .get()
                        .map(way ->
                                way.start()
                                        .start(
                                                studio.edits(),
                                                studio.schema(),
                                                studio.currentClassProperty().get())));
    }

    /// Goes on with the gesture for a plate of another class.
    private void changeClass(int classIndex) {
        canvas.setTool(
                canvas.toolProperty()
                        .get()
                        .map(tool ->
                                switch (tool) {
                                    case FourClicks clicks -> clicks.withClass(classIndex);
                                    case TwoDrags drags -> drags.withClass(classIndex);
                                    default -> tool;
                                }));
    }

    private void scrolled(ScrollEvent event) {
        double notches = event.getDeltaY() / PX_A_NOTCH;
        state.zoom(new Point(event.getX(), event.getY()), Math.pow(NOTCH, notches));
        canvas.setPointer(Optional.of(new Point(event.getX(), event.getY())));
        event.consume();
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        Point at = new Point(event.getX(), event.getY());
        canvas.setPointer(Optional.of(at));
        boolean main = event.getButton() == MouseButton.PRIMARY;
        if (event.getButton() == MouseButton.MIDDLE || main && space) {
            startPanning(at);
        } else if (main && state.plateToolProperty().get().isPresent()) {
            state.viewportProperty().get().ifPresent(view -> feed(press(event, view)));
        } else if (main) {
            grab(event, at);
        }
        event.consume();
    }

    /// Selects what lies under the pointer and begins to drag it; where nothing lies, the picture
    /// is dragged.
    private void grab(MouseEvent event, Point at) {
        Optional<LabelledImage> picture = studio.pictureProperty().get();
        Optional<Viewport> view = state.viewportProperty().get();
        if (picture.isEmpty() || view.isEmpty()) {
            return;
        }
        Optional<Selection> hit =
                new Picking(view.get(), studio.schema())
                        .at(
                                state.withPredictions(picture.get()),
                                at,
                                studio.selectionProperty().get());
        studio.selectionProperty().set(hit);
        if (hit.isEmpty()) {
            startPanning(at);
        } else {
            Drag drag =
                    Drag.start(
                            studio.edits(),
                            studio.schema(),
                            hit.get(),
                            state.withPredictions(picture.get()),
                            press(event, view.get()));
            canvas.setTool(
                    Optional.of(
                            state.predicted(hit).isPresent()
                                    ? new Correction(studio.edits(), drag)
                                    : drag));
        }
    }

    private void startPanning(Point at) {
        panning = Optional.of(at);
        canvas.setCursor(Cursor.CLOSED_HAND);
    }

    private void moved(MouseEvent event) {
        Point at = new Point(event.getX(), event.getY());
        if (panning.isPresent()) {
            Point by = at.minus(panning.get());
            panning = Optional.of(at);
            state.pan(by.x(), by.y());
        }
        canvas.setPointer(Optional.of(at));
        if (panning.isEmpty()) {
            inPicture(at).ifPresent(p -> feed(new PointerEvent.Move(p, keys(event))));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (panning.isPresent()) {
            panning = Optional.empty();
            canvas.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            inPicture(new Point(event.getX(), event.getY()))
                    .ifPresent(p -> feed(new PointerEvent.Release(p, keys(event))));
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        boolean taken =
                switch (event.getCode()) {
                    case SPACE -> {
                        space = true;
                        canvas.setCursor(Cursor.OPEN_HAND);
                        yield true;
                    }
                    case ESCAPE -> feed(new PointerEvent.Cancel());
                    case BACK_SPACE -> feed(new PointerEvent.Back());
                    case LEFT, RIGHT, UP, DOWN -> nudge(event);
                    default -> turnPlate(event);
                };
        if (taken) {
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = false;
            canvas.setCursor(Cursor.DEFAULT);
            event.consume();
        }
    }

    private boolean nudge(KeyEvent event) {
        double step = event.isShiftDown() ? 10 : event.isAltDown() ? 0.1 : 1;
        Point by = ARROWS.get(event.getCode()).times(step);
        Optional<LabelledImage> picture = studio.pictureProperty().get();
        studio.selectionProperty()
                .get()
                .flatMap(s -> picture.flatMap(p -> nudge(p, s, by)))
                .ifPresent(this::make);
        return true;
    }

    /// A prediction that is nudged becomes a label.
    private Optional<Edit> nudge(LabelledImage picture, Selection selection, Point by) {
        LabelEdits edits = studio.edits();
        LabelledImage all = state.withPredictions(picture);
        return state.predicted(Optional.of(selection)).isPresent()
                ? edits.correct(
                        picture,
                        selection.targetId(),
                        edits.nudge(all, selection, studio.schema(), by))
                : edits.nudge(picture, selection, studio.schema(), by);
    }

    /// To the next plate or the one before; handled here because Tab elsewhere leaves a control.
    private boolean turnPlate(KeyEvent event) {
        Optional<Shortcut> shortcut = keymap.of(event);
        boolean next = shortcut.equals(Optional.of(Shortcut.NEXT_PLATE));
        return (next || shortcut.equals(Optional.of(Shortcut.PREVIOUS_PLATE))) && select(next);
    }

    private boolean select(boolean next) {
        Optional<Selection> now = studio.selectionProperty().get();
        studio.pictureProperty()
                .get()
                .map(state::withPredictions)
                .flatMap(p ->
                        now.isEmpty()
                                ? Selection.first(p)
                                : now.flatMap(s -> next ? s.next(p) : s.previous(p)))
                .ifPresent(s -> studio.selectionProperty().set(Optional.of(s)));
        return true;
    }

    /// Hands an event to the gesture under way.
    private boolean feed(PointerEvent event) {
        Optional<Tool> tool = canvas.toolProperty().get();
        Optional<LabelledImage> picture = studio.pictureProperty().get();
        if (tool.isEmpty() || picture.isEmpty()) {
            return false;
        }
        Tool.Turn turn = tool.get().on(event, picture.get());
        canvas.setTool(turn.next());
        if (turn.next().isEmpty()) {
            state.plateToolProperty().set(Optional.empty());
        }
        turn.edit().ifPresent(this::make);
        return true;
    }

    /// Makes the edit of a gesture; a new plate is selected, so that a class key or an arrow goes
    /// to it.
    private void make(Edit edit) {
        if (studio.apply(edit)) {
            edit.after()
                    .ifPresent(after -> {
                        int before = edit.before().map(b -> b.targets().size()).orElse(0);
                        if (after.targets().size() > before) {
                            Target added = after.targets().getLast();
                            studio.selectionProperty()
                                    .set(Optional.of(Selection.whole(after.id(), added.id())));
                        }
                    });
        }
    }

    private Optional<Point> inPicture(Point onScreen) {
        return canvas.toPicture(onScreen.x(), onScreen.y());
    }

    private static PointerEvent.Press press(MouseEvent event, Viewport view) {
        Point at = view.toPicture(new Point(event.getX(), event.getY()));
        return new PointerEvent.Press(at, keys(event), view.toPicture(SLOP));
    }

    private static PointerEvent.Keys keys(MouseEvent event) {
        return new PointerEvent.Keys(event.isShiftDown(), event.isAltDown());
    }
}
