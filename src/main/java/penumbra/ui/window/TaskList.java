package penumbra.ui.window;

import javafx.concurrent.Task;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;

/// What goes on in the background: each task with its progress and a button that cancels it, also
/// while it still waits for a worker.
final class TaskList {

    private final Background background;
    private final VBox rows = new VBox(14);

    TaskList(Background background) {
        this.background = background;
        rows.setId("tasks");
        rows.setPadding(new Insets(14));
        rows.setPrefWidth(400);
        Fx.whileShown(rows, this::follow);
    }

    Node node() {
        return rows;
    }

    private Subscription follow() {
        show();
        return background.running().subscribe(this::show);
    }

    private void show() {
        if (background.running().isEmpty()) {
            Label nothing = new Label(text("tasks.none"));
            nothing.getStyleClass().add("hint");
            rows.getChildren().setAll(nothing);
        } else {
            rows.getChildren().setAll(background.running().stream().map(TaskList::row).toList());
        }
    }

    private static Node row(Task<?> task) {
        Label title = new Label();
        title.textProperty().bind(task.titleProperty());
        Label message = new Label();
        message.textProperty().bind(task.messageProperty());
        message.getStyleClass().add("hint");
        message.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(task.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox left = new VBox(6, new HBox(8, title, gap, message), bar);
        HBox.setHgrow(left, Priority.ALWAYS);
        Button cancel = new Button(text("tasks.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setTooltip(new Tooltip(text("tasks.cancel.hint")));
        cancel.setOnAction(_ -> task.cancel());
        HBox row = new HBox(12, left, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String text(String key) {
        return Texts.of(TaskList.class, key);
    }
}
