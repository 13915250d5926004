package penumbra.ui.window;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.concurrent.Task;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;
import penumbra.ui.Studio;
import penumbra.ui.Theme;
import penumbra.ui.canvas.CanvasState;

/// The line at the bottom: hint of the tool, pointer, pixel, zoom, whether all is on disk, and what
/// goes on in the background.
final class StatusStrip {

    private final Background background;
    private final Label hint = new Label();
    private final Label position = value("status-position", 150);
    private final Label pixel = value("status-pixel", 150);
    private final Label zoom = value("status-zoom", 56);
    private final Label saved = value("status-saved", 70);
    private final ProgressBar progress = new ProgressBar();
    private final Button tasks = new Button();
    private final HBox node;

    StatusStrip(Background background) {
        this.background = background;
        hint.setId("status-hint");
        hint.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        progress.setPrefWidth(110);
        tasks.getStyleClass().addAll("flat", "small");
        tasks.setId("status-tasks");
        tasks.setTooltip(new Tooltip(Texts.of(StatusStrip.class, "status.tasks.hint")));
        tasks.setOnAction(_ -> showTasks());
        HBox busy = new HBox(6, progress, tasks);
        busy.setAlignment(Pos.CENTER);
        busy.visibleProperty().bind(Bindings.isNotEmpty(background.running()));
        // The name of the last task must not keep the hint from its place.
        busy.managedProperty().bind(busy.visibleProperty());
        node = new HBox(10, hint, gap, busy);
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPadding(new Insets(3, 10, 3, 10));
        node.setMinHeight(28);
        node.getStyleClass().add("status-strip");
        Fx.whileShown(node, this::followTasks);
    }

    Node node() {
        return node;
    }

    /// Shows a hint alone.
    void show(String sentence) {
        hint.setText(sentence);
    }

    /// Shows the figures of what is open.
    void show(Studio studio, CanvasState state, ObservableValue<String> toolHint) {
        hint.textProperty().bind(toolHint);
        position.textProperty().bind(state.pointerProperty().map(StatusStrip::place));
        pixel.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> state.pixelUnderPointer().map(StatusStrip::rgb).orElse(""),
                                state.pointerProperty(),
                                state.pixelsProperty()));
        zoom.textProperty().bind(state.viewportProperty().map(StatusStrip::percent));
        saved.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> savedWord(studio),
                                studio.savedProperty(),
                                studio.refusalProperty()));
        node.getChildren()
                .addAll(
                        separator(),
                        position,
                        separator(),
                        pixel,
                        separator(),
                        zoom,
                        separator(),
                        saved);
    }

    private static String savedWord(Studio studio) {
        String key =
                studio.refusalProperty().get().isPresent()
                        ? "status.read-only"
                        : studio.savedProperty().get() ? "status.saved" : "status.saving";
        return Texts.of(StatusStrip.class, key);
    }

    private static String place(Optional<Point> pointer) {
        return pointer.map(p -> String.format(Locale.ROOT, "%.2f, %.2f px", p.x(), p.y()))
                .orElse("");
    }

    private static String rgb(int argb) {
        return String.format(
                Locale.ROOT, "R %d  G %d  B %d", argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    private static String percent(Optional<Viewport> view) {
        return view.map(v -> String.format(Locale.ROOT, "%.0f %%", v.zoom() * 100)).orElse("");
    }

    private static Label value(String id, double width) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(width);
        label.getStyleClass().add("figure");
        return label;
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }

    private Subscription followTasks() {
        follow();
        return background.running().subscribe(this::follow);
    }

    /// Shows how far the oldest task is, and how many there are besides.
    private void follow() {
        progress.progressProperty().unbind();
        tasks.textProperty().unbind();
        if (!background.running().isEmpty()) {
            Task<?> oldest = background.running().getFirst();
            int others = background.running().size() - 1;
            progress.progressProperty().bind(oldest.progressProperty());
            tasks.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> words(oldest, others),
                                    oldest.titleProperty(),
                                    oldest.messageProperty()));
        }
    }

    private static String words(Task<?> task, int others) {
        String what = (task.getTitle() + " " + task.getMessage()).strip();
        return others == 0 ? what : Texts.of(StatusStrip.class, "status.tasks", what, others);
    }

    private void showTasks() {
        PopOver over = new PopOver(new TaskList(background).node());
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        over.setAnimated(false);
        Theme.dress(over);
        over.show(tasks);
    }
}
