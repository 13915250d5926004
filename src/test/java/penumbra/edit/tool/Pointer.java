package penumbra.edit.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.edit.tool.PointerEvent.Keys;
import penumbra.geometry.Point;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// A hand that plays events to a tool and keeps the edits that come of them.
final class Pointer {

    static final double SLOP = 2;

    private final List<Edit> edits = new ArrayList<>();
    private LabelledImage image;
    private Optional<Tool> tool;

    Pointer(Tool tool, LabelledImage image) {
        this.tool = Optional.of(tool);
        this.image = image;
    }

    Pointer play(PointerEvent event) {
        Tool.Turn turn = tool.orElseThrow().on(event, image);
        tool = turn.next();
        turn.edit()
                .ifPresent(edit -> {
                    edits.add(edit);
                    image = edit.after().orElseThrow();
                });
        return this;
    }

    Pointer press(double x, double y) {
        return play(new PointerEvent.Press(new Point(x, y), Keys.NONE, SLOP));
    }

    Pointer move(double x, double y) {
        return move(x, y, Keys.NONE);
    }

    Pointer move(double x, double y, Keys keys) {
        return play(new PointerEvent.Move(new Point(x, y), keys));
    }

    Pointer release(double x, double y) {
        return release(x, y, Keys.NONE);
    }

    Pointer release(double x, double y, Keys keys) {
        return play(new PointerEvent.Release(new Point(x, y), keys));
    }

    Pointer click(double x, double y) {
        return press(x, y).release(x, y);
    }

    Pointer drag(Point from, Point to) {
        return press(from.x(), from.y()).move(to.x(), to.y()).release(to.x(), to.y());
    }

    Pointer back() {
        return play(new PointerEvent.Back());
    }

    Pointer cancel() {
        return play(new PointerEvent.Cancel());
    }

    Tool tool() {
        return tool.orElseThrow();
    }

    boolean isOver() {
        return tool.isEmpty();
    }

    List<Edit> edits() {
        return edits;
    }

    Preview preview() {
        return tool().preview().orElseThrow();
    }

    Target last() {
        return image.targets().getLast();
    }
}
