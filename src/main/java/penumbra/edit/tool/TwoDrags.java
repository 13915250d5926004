package penumbra.edit.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.geometry.Point;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// A plate by two drags, one along each bar. Whichever bar comes first and in whichever direction
/// each is dragged, the plate comes out in order ([TwoBars]). A drag no longer than a click strays
/// does not count. After the second bar the tool begins anew.
///
/// @param classIndex of the plate to come
/// @param first the bar that was dragged already
/// @param pointer where the pointer was seen last
/// @param drag the bar that is being dragged, while the button is down
/// @param slop as the last press said
public record TwoDrags(
        LabelEdits edits,
        Schema schema,
        int classIndex,
        Optional<Bar> first,
        Optional<Point> pointer,
        Optional<Pull> drag,
        double slop)
        implements Tool {

    /// Where a drag began and where it has come to.
    public record Pull(Point from, Slide to) {

        public Bar bar() {
            return new Bar(from, to.at());
        }
    }

    /// @throws IllegalArgumentException if targets of the schema are not made of two bars
    public TwoDrags {
        if (schema.keypointCount() != 4 || !schema.edges().equals(Schema.ARMOR_PLATE.edges())) {
            throw new IllegalArgumentException("two drags make no target of this schema");
        }
    }

    /// A tool that waits for the first drag.
    ///
    /// @throws IllegalArgumentException if targets of the schema are not made of two bars
    public static TwoDrags start(LabelEdits edits, Schema schema, int classIndex) {
        return new TwoDrags(
                edits, schema, classIndex, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /// The same gesture for a plate of another class.
    public TwoDrags withClass(int newClassIndex) {
        return new TwoDrags(edits, schema, newClassIndex, first, pointer, drag, slop);
    }

    @Override
    public Turn on(PointerEvent event, LabelledImage image) {
        return switch (event) {
            case PointerEvent.Press(Point at, PointerEvent.Keys keys, double newSlop) ->
                    Turn.to(pressed(at, keys, newSlop));
            case PointerEvent.Move(Point at, PointerEvent.Keys keys) -> Turn.to(moved(at, keys));
            case PointerEvent.Release(Point at, PointerEvent.Keys keys) ->
                    moved(at, keys).released(image);
            case PointerEvent.Back() -> Turn.to(with(drag.isPresent() ? first : Optional.empty()));
            case PointerEvent.Cancel() ->
                    first.isEmpty() && drag.isEmpty()
                            ? Turn.done()
                            : Turn.to(with(Optional.empty()));
        };
    }

    @Override
    public Optional<Preview> preview() {
        Optional<Point> focus = drag.map(d -> d.to().at()).or(() -> pointer);
        if (focus.isEmpty()) {
            return Optional.empty();
        }
        if (first.isPresent()) {
            TwoBars plate = TwoBars.of(first.get(), second(first.get(), focus.get()));
            Set<Integer> placed = plate.firstIsLeft() ? Set.of(0, 1) : Set.of(2, 3);
            return Optional.of(
                    new Preview(Optional.empty(), plate.quad().corners(), placed, focus));
        }
        List<Point> points =
                drag.map(Pull::bar).map(b -> List.of(b.from(), b.to())).orElse(List.of());
        return Optional.of(new Preview(Optional.empty(), points, Set.of(), focus));
    }

    @Override
    public String hint() {
        return Texts.of(Tool.class, first.isEmpty() ? "two-drags.first" : "two-drags.second");
    }

    /// The second bar as it is being dragged; before that, one like the first at the pointer.
    private Bar second(Bar one, Point focus) {
        return drag.map(Pull::bar)
                .filter(b -> b.length() > slop)
                .orElseGet(() -> one.startingAt(drag.map(Pull::from).orElse(focus)));
    }

    private TwoDrags pressed(Point at, PointerEvent.Keys keys, double newSlop) {
        Pull begun = new Pull(at, Slide.from(at, keys.fine()));
        return new TwoDrags(
                edits, schema, classIndex, first, Optional.of(at), Optional.of(begun), newSlop);
    }

    private TwoDrags moved(Point at, PointerEvent.Keys keys) {
        Optional<Pull> further = drag.map(d -> new Pull(d.from(), d.to().to(at, keys.fine())));
        return new TwoDrags(edits, schema, classIndex, first, Optional.of(at), further, slop);
    }

    private Turn released(LabelledImage image) {
        Optional<Bar> bar = drag.map(Pull::bar).filter(b -> b.length() > slop);
        if (bar.isEmpty()) {
            return Turn.to(with(first));
        }
        if (first.isEmpty()) {
            return Turn.to(with(bar));
        }
        List<Point> points = TwoBars.of(first.get(), bar.get()).quad().corners();
        Edit edit = edits.add(image, classIndex, points);
        return new Turn(Optional.of(with(Optional.empty())), Optional.of(edit));
    }

    /// With that first bar and no button down.
    private TwoDrags with(Optional<Bar> bar) {
        return new TwoDrags(edits, schema, classIndex, bar, pointer, Optional.empty(), slop);
    }
}
