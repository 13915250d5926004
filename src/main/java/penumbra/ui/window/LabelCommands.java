package penumbra.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.PointOrder;
import penumbra.edit.Selection;
import penumbra.edit.check.PlateCheck;
import penumbra.geometry.Point;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.canvas.ProposalKeys;

/// What the keyboard does to the labels of the picture that is shown.
final class LabelCommands {

    /// A duplicate lies so far from its original, picture px.
    private static final Point ASIDE = new Point(6, 6);

    private final Studio studio;
    private final CanvasState state;
    private final ProposalKeys proposals;
    private final Consumer<String> tell;

    /// @param proposals decides about what a network found
    /// @param tell gets a sentence when a key does nothing
    LabelCommands(Studio studio, CanvasState state, ProposalKeys proposals, Consumer<String> tell) {
        this.proposals = proposals;
        this.studio = studio;
        this.state = state;
        this.tell = tell;
    }

    void addTo(Commands commands) {
        commands.on(Shortcut.UNDO, () -> studio.undo().ifPresent(state::reveal));
        commands.on(Shortcut.REDO, () -> studio.redo().ifPresent(state::reveal));
        commands.on(Shortcut.DELETE, this::delete);
        commands.on(Shortcut.DUPLICATE, this::duplicate);
        commands.on(Shortcut.COPY_PREVIOUS, this::copyPrevious);
        commands.on(
                Shortcut.VISIBILITY,
                () -> onSelection((e, p, s) -> e.cycleVisibility(p, s, studio.schema())));
        commands.on(
                Shortcut.REPAIR_ORDER,
                () ->
                        onTarget((e, p, t) ->
                                PlateCheck.repair(t, studio.schema())
                                        .flatMap(order -> e.reorderPoints(p, t.id(), order))));
        commands.on(Shortcut.REVIEWED, () -> toggle(LabelState.REVIEWED));
        commands.on(Shortcut.FLAGGED, () -> toggle(LabelState.FLAGGED));
        commands.on(Shortcut.NEXT_PICTURE, () -> step(1));
        commands.on(Shortcut.PREVIOUS_PICTURE, () -> step(-1));
        commands.on(Shortcut.TURN_POINTS, () -> reorderPoints(PointOrder::turned));
        commands.on(Shortcut.SWAP_SIDES, () -> reorderPoints(PointOrder::sidesSwapped));
        commands.on(Shortcut.REVERSE_POINTS, this::reverse);
        commands.on(Shortcut.PLATE_FORWARD, () -> reorder(1));
        commands.on(Shortcut.PLATE_BACKWARD, () -> reorder(-1));
    }

    /// An edit of the selected plate.
    @FunctionalInterface
    private interface TargetEdit {
        Optional<Edit> of(LabelEdits edits, LabelledImage picture, Target target);
    }

    /// An edit of what is selected.
    @FunctionalInterface
    private interface SelectionEdit {
        Optional<Edit> of(LabelEdits edits, LabelledImage picture, Selection selection);
    }

    private void onTarget(TargetEdit edit) {
        picture()
                .flatMap(p -> studio.selected().flatMap(t -> edit.of(studio.edits(), p, t)))
                .ifPresent(studio::apply);
    }

    private void onSelection(SelectionEdit edit) {
        Optional<Selection> selection = studio.selectionProperty().get();
        picture()
                .flatMap(p -> selection.flatMap(s -> edit.of(studio.edits(), p, s)))
                .ifPresent(studio::apply);
    }

    private void reorderPoints(Function<Schema, List<Integer>> order) {
        onTarget((e, p, t) -> e.reorderPoints(p, t.id(), order.apply(studio.schema())));
    }

    /// Exchanges the ends of the selected bar, or goes around the selected plate the other way.
    private void reverse() {
        Schema schema = studio.schema();
        onSelection((e, p, s) ->
                e.reorderPoints(
                        p,
                        s.targetId(),
                        s.part() instanceof Selection.Bar(int edge)
                                ? PointOrder.barTurned(schema, schema.edges().get(edge))
                                : PointOrder.reversed(schema)));
    }

    private void reorder(int by) {
        onTarget((e, p, t) -> e.reorder(p, t.id(), p.targets().indexOf(t) + by));
    }

    /// Dismisses the prediction that is selected, else deletes the plate.
    private void delete() {
        if (!proposals.dismiss()) {
            onTarget((e, p, t) -> e.delete(p, t.id()));
        }
    }

    private void duplicate() {
        onTarget((e, p, t) -> e.duplicate(p, t.id(), ASIDE));
        Optional<Selection> selection = studio.selectionProperty().get();
        picture()
                .flatMap(p -> selection.flatMap(s -> s.next(p)))
                .ifPresent(copy -> studio.selectionProperty().set(Optional.of(copy)));
    }

    private void copyPrevious() {
        Optional<LabelledImage> previous = picture().flatMap(p -> studio.pictures().before(p.id()));
        if (previous.filter(p -> !p.targets().isEmpty()).isEmpty()) {
            tell.accept(Texts.of(LabelCommands.class, "copy.nothing"));
        }
        picture()
                .flatMap(p -> previous.flatMap(other -> studio.edits().copy(p, other.targets())))
                .ifPresent(studio::apply);
    }

    /// To that state, or from it back to what the labels say.
    private void toggle(LabelState wanted) {
        picture()
                .flatMap(p -> {
                    LabelState plain =
                            p.targets().isEmpty() ? LabelState.UNLABELLED : LabelState.LABELLED;
                    LabelState next = p.state() == wanted ? plain : wanted;
                    return studio.edits().setState(p, next, p.note());
                })
                .ifPresent(studio::apply);
    }

    private void step(int by) {
        picture()
                .flatMap(p -> studio.pictures().beside(p.id(), by))
                .ifPresent(next -> studio.show(next.id()));
    }

    private Optional<LabelledImage> picture() {
        return studio.pictureProperty().get();
    }
}
