package penumbra.edit.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;

/// Drags a point, a bar or a whole plate, whatever is selected. It moves as far as the pointer
/// does, so that it need not be caught in its middle; within the slop of a click it does not move
/// at all.
///
/// With the key `along`, a point or a bar keeps to the line of its bar, where its place is least
/// sure, and a plate to the horizontal or the vertical, whichever it moved farther.
///
/// @param start the target before the drag
/// @param press where the button went down, picture px
/// @param slide where the pointer has come to
/// @param away whether the pointer has once been farther than a click strays
/// @param along whether the direction is kept
public record Drag(
        LabelEdits edits,
        Schema schema,
        Selection selection,
        Target start,
        PointerEvent.Press press,
        Slide slide,
        boolean away,
        boolean along)
        implements Tool {

    /// A drag of the selected part, begun by pressing on it.
    ///
    /// @throws IllegalArgumentException if the selection is not in the picture
    public static Drag start(
            LabelEdits edits,
            Schema schema,
            Selection selection,
            LabelledImage image,
            PointerEvent.Press press) {
        Target target =
                selection
                        .in(image)
                        .orElseThrow(() ->
                                new IllegalArgumentException("not in the picture: " + selection));
        return new Drag(
                edits,
                schema,
                selection,
                target,
                press,
                Slide.from(press.at(), press.keys().fine()),
                false,
                press.keys().along());
    }

    @Override
    public Turn on(PointerEvent event, LabelledImage image) {
        return switch (event) {
            case PointerEvent.Move(Point at, PointerEvent.Keys keys) -> Turn.to(moved(at, keys));
            case PointerEvent.Release(Point at, PointerEvent.Keys keys) ->
                    new Turn(Optional.empty(), moved(at, keys).edit(image));
            case PointerEvent.Cancel() -> Turn.done();
            case PointerEvent.Back() -> Turn.done();
            case PointerEvent.Press _ -> Turn.to(this);
        };
    }

    @Override
    public Optional<Preview> preview() {
        Map<Integer, Point> places = places();
        List<Point> points =
                IntStream.range(0, start.keypoints().size())
                        .mapToObj(i -> places.getOrDefault(i, start.keypoints().get(i).at()))
                        .toList();
        Set<Integer> placed =
                IntStream.range(0, points.size())
                        .filter(i -> start.keypoints().get(i).labelled())
                        .boxed()
                        .collect(Collectors.toSet());
        Optional<Point> focus =
                selection.part() instanceof Selection.One(int k)
                        ? Optional.ofNullable(places.get(k))
                        : Optional.empty();
        return Optional.of(new Preview(Optional.of(start.id()), points, placed, focus));
    }

    @Override
    public String hint() {
        return Texts.of(
                Tool.class,
                selection.part() instanceof Selection.Whole ? "drag.plate" : "drag.part");
    }

    private Drag moved(Point at, PointerEvent.Keys keys) {
        return new Drag(
                edits,
                schema,
                selection,
                start,
                press,
                slide.to(at, keys.fine()),
                away || at.distance(press.at()) > press.slop(),
                keys.along());
    }

    private Optional<Edit> edit(LabelledImage image) {
        return away ? edits.move(image, selection, places()) : Optional.empty();
    }

    /// Where the selected labelled points would come to.
    private Map<Integer, Point> places() {
        Point by = away ? shift() : new Point(0, 0);
        Map<Integer, Point> places = new HashMap<>();
        for (int i : selection.keypoints(schema)) {
            Keypoint k = start.keypoints().get(i);
            if (k.labelled()) {
                places.put(i, k.at().plus(by));
            }
        }
        return places;
    }

    private Point shift() {
        Point free = slide.at().minus(press.at());
        if (!along) {
            return free;
        }
        if (selection.part() instanceof Selection.Whole) {
            return Math.abs(free.x()) >= Math.abs(free.y())
                    ? new Point(free.x(), 0)
                    : new Point(0, free.y());
        }
        return barAxis().map(axis -> axis.times(free.dot(axis) / axis.dot(axis))).orElse(free);
    }

    /// Direction of the bar that the selection belongs to, of any length; empty when it has none.
    private Optional<Point> barAxis() {
        int one = selection.keypoints(schema).getFirst();
        return schema.edges().stream()
                .filter(e -> e.from() == one || e.to() == one)
                .filter(e -> start.keypoints().get(e.from()).labelled())
                .filter(e -> start.keypoints().get(e.to()).labelled())
                .map(e ->
                        start.keypoints()
                                .get(e.to())
                                .at()
                                .minus(start.keypoints().get(e.from()).at()))
                .filter(axis -> axis.dot(axis) > 0)
                .findFirst();
    }
}
