package penumbra.ui.window;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import penumbra.text.Texts;
import penumbra.ui.ProjectView;
import penumbra.ui.Studio;
import penumbra.ui.Workspace;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.explore.ExploreMemory;
import penumbra.ui.explore.ExploreState;
import penumbra.ui.explore.ExploreWorkspace;
import penumbra.ui.review.Kind;
import penumbra.ui.review.ReviewWorkspace;
import penumbra.ui.train.Starter;
import penumbra.ui.train.TrainState;
import penumbra.ui.train.TrainWorkspace;

/// The workspaces of the open project. They are made anew with the window's content; how each is
/// looked at stays.
final class Workspaces {

    private final StudioWindow window;
    private final ObservableValue<Boolean> dark;
    private final Starter starter;
    private final ObjectProperty<Kind> reviewed = new SimpleObjectProperty<>(Kind.PROPOSALS);
    private CanvasState canvasState = new CanvasState();
    private ExploreState exploreState = new ExploreState();
    private TrainState trainState = new TrainState();
    private Optional<AnnotateWorkspace> annotate = Optional.empty();
    private Optional<ExploreWorkspace> explore = Optional.empty();
    private Optional<ReviewWorkspace> review = Optional.empty();
    private Optional<TrainWorkspace> train = Optional.empty();
    private StatusStrip status;

    /// How the open project is looked at, to be remembered.
    record Note(ProjectView view, Map<String, Map<String, Object>> overlays) {}

    Workspaces(StudioWindow window, ObservableValue<Boolean> dark, Starter starter) {
        this.window = window;
        this.dark = dark;
        this.starter = starter;
    }

    Optional<AnnotateWorkspace> annotate() {
        return annotate;
    }

    Optional<ExploreWorkspace> explore() {
        return explore;
    }

    ExploreState exploreState() {
        return exploreState;
    }

    Optional<TrainWorkspace> train() {
        return train;
    }

    TrainState trainState() {
        return trainState;
    }

    /// The project is open no more: nothing of how it was looked at is to be noted again.
    void close() {
        annotate = Optional.empty();
    }

    /// Another project is looked at as it was when it was left.
    ///
    /// @param view empty where it was never open
    void restore(Studio opened, Optional<ProjectView> view) {
        canvasState = new CanvasState();
        exploreState = new ExploreState();
        trainState = new TrainState();
        view.ifPresent(v -> {
            ProjectViews.restore(v, opened, canvasState);
            ExploreMemory.restore(exploreState, v.explore());
        });
    }

    /// Makes all of them anew, in the language and with the keys of now.
    void build(Optional<Studio> studio) {
        canvasState = canvasState.copy();
        status = new StatusStrip(window.background());
        annotate =
                studio.map(s -> new AnnotateWorkspace(s, canvasState, splits(s), window, status));
        explore =
                studio.map(s -> new ExploreWorkspace(s, exploreState, Given.explore(window, dark)));
        review =
                studio.flatMap(s ->
                        annotate.map(a ->
                                new ReviewWorkspace(
                                        s,
                                        canvasState,
                                        a.proposals(),
                                        reviewed,
                                        window.commands(),
                                        window.pool(),
                                        window.notices()::tell)));
        train =
                studio.map(
                        s -> new TrainWorkspace(s, trainState, Given.train(window, dark, starter)));
        train.ifPresent(t -> t.addCommands(window.commands()));
    }

    private ProjectView splits(Studio open) {
        return window.settings().view(open.file().path()).orElse(ProjectView.FIRST);
    }

    /// What a workspace shows, with the canvas where labels are seen.
    Optional<Node> content(Workspace workspace) {
        return switch (workspace) {
            case ANNOTATE -> annotate.map(AnnotateWorkspace::node);
            case EXPLORE -> explore.map(ExploreWorkspace::node);
            case TRAIN -> train.map(TrainWorkspace::node);
            case REVIEW -> {
                annotate.map(AnnotateWorkspace::lend).ifPresent(c -> review.orElseThrow().take(c));
                yield review.map(ReviewWorkspace::node);
            }
        };
    }

    /// What stands below it: where the pointer is among labels, else a hint.
    Node below(Workspace workspace) {
        return switch (workspace) {
            case ANNOTATE, REVIEW -> status.node();
            case EXPLORE -> hint("hint.explore");
            case TRAIN -> hint("hint.train");
        };
    }

    private Node hint(String key) {
        StatusStrip line = new StatusStrip(window.background());
        line.show(Texts.of(Workspaces.class, key));
        return line.node();
    }

    /// Gives the keyboard to another area of what is shown.
    void goRound(Workspace shown, int step) {
        Optional<FocusRound> round =
                shown == Workspace.EXPLORE
                        ? explore.map(e -> new FocusRound(e.areas()))
                        : annotate.map(AnnotateWorkspace::round);
        round.ifPresent(r -> r.go(step));
    }

    /// Empty where nothing is open.
    Optional<Note> note() {
        return annotate.map(a ->
                new Note(a.view().withExplore(ExploreMemory.note(exploreState)), a.overlays()));
    }
}
