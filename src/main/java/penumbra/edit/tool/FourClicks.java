package penumbra.edit.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.geometry.Point;
import penumbra.model.LabelledImage;
import penumbra.model.PlateSize;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// A plate by four clicks in schema order. Where the button goes up counts, so that a point can be
/// pulled into place; a second click on the place of the last one is that of a double click and
/// does not count. After the fourth point the tool begins anew.
///
/// @param classIndex of the plate to come
/// @param placed points so far
/// @param pointer where the pointer was seen last
/// @param slide the point that is being pulled into place, while the button is down
/// @param slop as the last press said
public record FourClicks(
        LabelEdits edits,
        Schema schema,
        int classIndex,
        List<Point> placed,
        Optional<Point> pointer,
        Optional<Slide> slide,
        double slop)
        implements Tool {

    public FourClicks {
        placed = List.copyOf(placed);
        if (schema.keypointCount() != 4) {
            throw new IllegalArgumentException("four clicks make no target of this schema");
        }
    }

    /// A tool that waits for the first click.
    ///
    /// @throws IllegalArgumentException if targets of the schema have not four points
    public static FourClicks start(LabelEdits edits, Schema schema, int classIndex) {
        return new FourClicks(
                edits, schema, classIndex, List.of(), Optional.empty(), Optional.empty(), 0);
    }

    /// The same gesture for a plate of another class.
    public FourClicks withClass(int newClassIndex) {
        return new FourClicks(edits, schema, newClassIndex, placed, pointer, slide, slop);
    }

    @Override
    public Turn on(PointerEvent event, LabelledImage image) {
        return switch (event) {
            case PointerEvent.Press(Point at, PointerEvent.Keys keys, double newSlop) ->
                    Turn.to(
                            new FourClicks(
                                    edits,
                                    schema,
                                    classIndex,
                                    placed,
                                    Optional.of(at),
                                    Optional.of(Slide.from(at, keys.fine())),
                                    newSlop));
            case PointerEvent.Move(Point at, PointerEvent.Keys keys) -> Turn.to(moved(at, keys));
            case PointerEvent.Release(Point at, PointerEvent.Keys keys) ->
                    moved(at, keys).released(image);
            case PointerEvent.Back() -> Turn.to(back());
            case PointerEvent.Cancel() ->
                    placed.isEmpty() && slide.isEmpty()
                            ? Turn.done()
                            : Turn.to(with(List.of(), pointer));
        };
    }

    @Override
    public Optional<Preview> preview() {
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>(placed);
        points.add(at());
        Set<Integer> firm = IntStream.range(0, placed.size()).boxed().collect(Collectors.toSet());
        double aspect = PlateSize.ofClass(schema.classes().get(classIndex).name()).aspect();
        return Optional.of(
                new Preview(Optional.empty(), Ghost.of(points, aspect), firm, Optional.of(at())));
    }

    @Override
    public String hint() {
        return Texts.of(
                Tool.class,
                "four-clicks.hint",
                schema.keypoints().get(placed.size()),
                placed.size() + 1);
    }

    /// The point that a click would place.
    private Point at() {
        return slide.map(Slide::at).orElseGet(pointer::orElseThrow);
    }

    private FourClicks moved(Point at, PointerEvent.Keys keys) {
        return new FourClicks(
                edits,
                schema,
                classIndex,
                placed,
                Optional.of(at),
                slide.map(s -> s.to(at, keys.fine())),
                slop);
    }

    private Turn released(LabelledImage image) {
        boolean again = !placed.isEmpty() && placed.getLast().distance(at()) <= slop;
        if (slide.isEmpty() || again) {
            return Turn.to(with(placed, pointer));
        }
        List<Point> points = new ArrayList<>(placed);
        points.add(at());
        if (points.size() < schema.keypointCount()) {
            return Turn.to(with(points, pointer));
        }
        Edit edit = edits.add(image, classIndex, points);
        return new Turn(Optional.of(with(List.of(), pointer)), Optional.of(edit));
    }

    private FourClicks back() {
        boolean pulling = slide.isPresent() || placed.isEmpty();
        return with(pulling ? placed : placed.subList(0, placed.size() - 1), pointer);
    }

    /// With those points and no button down.
    private FourClicks with(List<Point> points, Optional<Point> at) {
        return new FourClicks(edits, schema, classIndex, points, at, Optional.empty(), slop);
    }
}
