package penumbra.ui.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import penumbra.edit.Edit;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.Workspace;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.canvas.ProposalKeys;

/// Where a person decides, one key each: what there is to decide to the left, the canvas of the
/// Annotate workspace with all its tools in the middle, the reason and the keys to the right. A
/// decision leads to the next thing that is not decided.
public final class ReviewWorkspace {

    private static final double LEFT = 0.22;
    private static final double RIGHT = 0.78;

    private final Studio studio;
    private final CanvasState state;
    private final ProposalKeys proposals;
    private final Commands commands;
    private final Consumer<String> tell;
    private final ReviewList list;
    private final DecisionPanel panel;
    private final StackPane middle = new StackPane();
    private final SplitPane node;

    /// @param kind what is reviewed, kept from one content of the window to the next
    /// @param pool finds what there is to review
    /// @param tell gets a sentence when all is decided
    public ReviewWorkspace(
            Studio studio,
            CanvasState state,
            ProposalKeys proposals,
            ObjectProperty<Kind> kind,
            Commands commands,
            Executor pool,
            Consumer<String> tell) {
        this.studio = studio;
        this.state = state;
        this.proposals = proposals;
        this.commands = commands;
        this.tell = tell;
        panel = new DecisionPanel(commands.keymap(), this::decide);
        list = new ReviewList(studio, kind, pool, this::show);
        node = new SplitPane(list.node(), middle, panel.node());
        node.setDividerPositions(LEFT, RIGHT);
        node.setId("review");
        SplitPane.setResizableWithParent(list.node(), false);
        SplitPane.setResizableWithParent(panel.node(), false);
        Fx.whileShown(node, () -> () -> state.comparedProperty().set(Optional.empty()));
        addCommands();
    }

    private void addCommands() {
        Workspace here = Workspace.REVIEW;
        commands.on(here, Shortcut.NEXT_PICTURE, () -> list.step(1));
        commands.on(here, Shortcut.PREVIOUS_PICTURE, () -> list.step(-1));
        for (Shortcut each : List.of(Shortcut.DELETE, Shortcut.REVIEWED, Shortcut.FLAGGED)) {
            after(each, this::advance);
        }
        for (Shortcut each : List.of(Shortcut.UNDO, Shortcut.REDO)) {
            after(each, this::follow);
        }
        commands.first(here, this::press);
    }

    /// Does here what a command does everywhere, and then something more.
    private void after(Shortcut shortcut, Runnable more) {
        commands.everywhere(shortcut)
                .ifPresent(run ->
                        commands.on(
                                Workspace.REVIEW,
                                shortcut,
                                () -> {
                                    run.run();
                                    more.run();
                                }));
    }

    /// To what was decided otherwise by undo or redo.
    private void follow() {
        studio.selectionProperty().get().ifPresent(s -> list.select(s.imageId(), s.targetId()));
    }

    /// @param canvas of the workspace in which labels are made, which is shown here for now
    public void take(Node canvas) {
        middle.getChildren().setAll(canvas);
    }

    public Node node() {
        return node;
    }

    private boolean press(KeyEvent event) {
        Optional<Kind> kind = list.current().map(Item::kind);
        boolean picture = kind.filter(k -> k == Kind.SUGGESTED).isPresent();
        if (kind.isEmpty() || picture || state.plateToolProperty().get().isPresent()) {
            return false;
        }
        if (event.getCode() == KeyCode.ENTER) {
            decide(Decision.TAKE);
            return true;
        }
        if (event.getCode() == KeyCode.BACK_SPACE && proposals.dismiss()) {
            advance();
            return true;
        }
        return false;
    }

    private void decide(Decision decision) {
        if (decision == Decision.TAKE) {
            list.current().ifPresent(this::takeOver);
            advance();
        }
        decision.shortcut().ifPresent(commands::run);
    }

    /// Makes a proposal a label, or puts a label where the network found it.
    private void takeOver(Item item) {
        LabelledImage picture = studio.project().image(item.imageId()).orElseThrow();
        if (item.kind() == Kind.PROPOSALS && !item.decided(studio)) {
            studio.apply(studio.edits().accept(picture, item.target().orElseThrow()));
        } else if (item.kind() == Kind.SUSPICIOUS && !item.decided(studio)) {
            item.found()
                    .flatMap(found -> corrected(picture, item.target().orElseThrow(), found))
                    .ifPresent(studio::apply);
        }
    }

    private Optional<Edit> corrected(LabelledImage picture, Target label, Prediction found) {
        if (found.target().classIndex() != label.classIndex()) {
            return studio.edits().setClass(picture, label.id(), found.target().classIndex());
        }
        Map<Integer, Point> places = new HashMap<>();
        for (int k = 0; k < label.keypoints().size(); k++) {
            Keypoint there = found.target().keypoints().get(k);
            if (label.keypoints().get(k).labelled() && there.labelled()) {
                places.put(k, there.at());
            }
        }
        return studio.edits().move(picture, Selection.whole(picture.id(), label.id()), places);
    }

    private void advance() {
        if (list.current().isPresent() && !list.advance()) {
            tell.accept(Texts.of(ReviewWorkspace.class, "review.done"));
        }
    }

    private void show(Optional<Item> item) {
        panel.show(item);
        state.comparedProperty()
                .set(item.filter(i -> i.kind() == Kind.SUSPICIOUS).flatMap(Item::found));
        item.ifPresent(i -> {
            studio.show(i.imageId());
            studio.selectionProperty()
                    .set(i.target().map(t -> Selection.whole(i.imageId(), t.id())));
            i.target().flatMap(Target::extent).ifPresentOrElse(state::zoomTo, state::fit);
        });
    }
}
