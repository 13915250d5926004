package penumbra.ui.calibrate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import penumbra.data.DecodedImage;
import penumbra.edit.calibrate.LookSession;
import penumbra.edit.calibrate.LookTask;
import penumbra.edit.tool.PlateTool;
import penumbra.edit.tool.Tool;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Sentence;
import penumbra.ui.Shortcut;
import penumbra.ui.canvas.CanvasInput;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.canvas.PictureCanvas;
import penumbra.ui.inspect.DisplayPanel;
import penumbra.ui.overlay.OverlayStack;

/// One plate after the other, its neighbourhood without any label, to be labelled again with the
/// tools of the canvas. There is no snap: it would measure the machine.
final class LookView {

    private static final double BRIGHTER = 0.5;
    private static final double ZOOM_STEP = 1.25;

    private final Around around;
    private final Consumer<LookSession> ended;
    private final CanvasState state = new CanvasState();
    private final Commands commands;
    private final BlindLabels labels;
    private final PictureCanvas canvas;
    private final RegionFrame frame = new RegionFrame();
    private final Label count = new Label();
    private final Label fault = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button keep = button("keep", this::keep);
    private final BorderPane node = new BorderPane();
    private PlateTool way = PlateTool.ALL.getFirst();
    private boolean regionSought;
    private LookSession session;

    /// @param commands gets those of this view
    /// @param session with a plate to ask for
    /// @param ended gets the session when all plates are done or a person stops
    LookView(Around around, Commands commands, LookSession session, Consumer<LookSession> ended) {
        this.around = around;
        this.commands = commands;
        this.session = session;
        this.ended = ended;
        labels = new BlindLabels(session.blind(around.studio().project()), session.annotator());
        state.displayProperty().set(around.display());
        canvas = new PictureCanvas(labels, state, new OverlayStack(Map.of()));
        new CanvasInput(labels, state, canvas, around.keymap());
        state.viewportProperty().subscribe((_, now) -> seek(now));
        labels.pictureProperty().subscribe(_ -> drawnOrNot());
        node.setCenter(new StackPane(canvas, frame));
        node.setRight(side());
        node.setBottom(hint());
        addCommands();
        ask();
    }

    Node node() {
        return node;
    }

    void takeFocus() {
        Fx.later(canvas::requestFocus);
    }

    LookSession session() {
        return session;
    }

    private void addCommands() {
        commands.on(Shortcut.UNDO, labels::undo);
        commands.on(Shortcut.REDO, labels::redo);
        commands.on(Shortcut.FIT, () -> seekRegion());
        commands.on(Shortcut.ZOOM_IN, () -> state.zoom(ZOOM_STEP));
        commands.on(Shortcut.ZOOM_OUT, () -> state.zoom(1 / ZOOM_STEP));
        commands.on(Shortcut.BRIGHTER, () -> expose(BRIGHTER));
        commands.on(Shortcut.DARKER, () -> expose(-BRIGHTER));
        commands.on(Shortcut.FOUR_CLICKS, () -> use(PlateTool.ALL.getFirst()));
        commands.on(Shortcut.TWO_DRAGS, () -> use(PlateTool.ALL.getLast()));
    }

    private void expose(double stops) {
        state.displayProperty().set(state.displayProperty().get().exposedBy(stops));
    }

    private void use(PlateTool chosen) {
        way = chosen;
        drawnOrNot();
    }

    /// Until the plate is there the pointer makes it; then it moves its points.
    private void drawnOrNot() {
        boolean drawn = labels.drawn().isPresent();
        keep.setDisable(!drawn);
        state.plateToolProperty().set(drawn ? Optional.empty() : Optional.of(way));
    }

    private Node side() {
        Label title = text("look.title", "heading");
        Label what = text("look.what", "hint");
        Button again = button("again", this::again);
        Button skip = button("skip", () -> next(session.skip()));
        Button stop = button("stop", () -> ended.accept(session));
        keep.getStyleClass().add("accent");
        keep.setTooltip(new Tooltip(Texts.of(LookView.class, "look.keep.hint")));
        count.setId("look-count");
        fault.setId("look-fault");
        fault.setWrapText(true);
        fault.getStyleClass().add("search-error");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(Texts.of(LookView.class, "look.progress"));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox panel = new VBox(10, title, count, progress, what, keep, again, skip, stop, fault);
        panel.setPadding(new Insets(14));
        VBox side = new VBox(panel, gap, new DisplayPanel(state, around.keymap()).node());
        side.getStyleClass().add("side");
        side.setPrefWidth(300);
        side.setMinWidth(300);
        side.setMaxWidth(300);
        return side;
    }

    private Node hint() {
        Label hint = new Label();
        hint.setId("look-hint");
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        canvas.toolProperty()
                                                .get()
                                                .map(Tool::hint)
                                                .orElseGet(() ->
                                                        Texts.of(LookView.class, "look.done")),
                                canvas.toolProperty()));
        HBox strip = new HBox(hint);
        strip.setPadding(new Insets(4, 10, 4, 10));
        strip.setMinHeight(28);
        strip.getStyleClass().add("status-strip");
        return strip;
    }

    private static Label text(String key, String style) {
        Label label = new Label(Texts.of(LookView.class, key));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button(Texts.of(LookView.class, "look." + id));
        button.setId("look-" + id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Keeps the plate, if it is there, and goes on.
    void keep() {
        if (labels.drawn().isPresent()
                && around.studio().keep(session.look(labels.drawn().get(), Instant.now()))) {
            next(session.answer());
        }
    }

    private void again() {
        labels.show(session.blind(around.studio().project()));
        canvas.requestFocus();
    }

    private void next(LookSession after) {
        session = after;
        if (session.current().isEmpty()) {
            ended.accept(session);
            return;
        }
        labels.show(session.blind(around.studio().project()));
        ask();
        canvas.requestFocus();
    }

    /// Shows how far it is and loads the picture of the plate.
    private void ask() {
        int done = session.answered() + session.skipped();
        count.setText(Texts.of(LookView.class, "look.count", done + 1, session.total()));
        progress.setProgress((double) done / session.total());
        fault.setText("");
        seekRegion();
        LookTask task = session.current().orElseThrow();
        List<Path> next =
                session.waiting().stream().skip(1).limit(2).map(t -> path(t.imageId())).toList();
        around.pictures()
                .show(path(task.imageId()), next)
                .whenCompleteAsync((decoded, failure) -> take(task, decoded, failure), Fx::later);
    }

    private Path path(long imageId) {
        LabelledImage image = around.studio().project().image(imageId).orElseThrow();
        return around.studio().file().resolve(image.path());
    }

    private void take(LookTask task, DecodedImage decoded, Throwable failure) {
        if (session.current().filter(t -> t == task).isEmpty()) {
            return;
        }
        LabelledImage image = around.studio().project().image(task.imageId()).orElseThrow();
        if (failure != null) {
            fault.setText(Sentence.of(failure));
        } else if (!decoded.size().equals(image.size())) {
            fault.setText(
                    Texts.of(
                            LookView.class,
                            "look.size",
                            path(task.imageId()),
                            decoded.size(),
                            image.size()));
        } else {
            state.pixelsProperty()
                    .set(Optional.of(new CanvasState.Pixels(task.imageId(), decoded)));
        }
    }

    private void seekRegion() {
        regionSought = true;
        seek(state.viewportProperty().get());
    }

    /// Zooms to the neighbourhood as soon as there is a view of its picture.
    private void seek(Optional<Viewport> view) {
        session.current()
                .ifPresent(task -> {
                    Optional<Viewport> there =
                            view.filter(v ->
                                    labels.pictureProperty()
                                            .get()
                                            .filter(p -> p.size().equals(v.picture()))
                                            .isPresent());
                    if (regionSought && there.isPresent()) {
                        regionSought = false;
                        state.viewportProperty().set(there.map(v -> v.zoomTo(task.region(), 0.05)));
                    }
                    frame.show(task.region(), state.viewportProperty().get());
                });
    }
}
