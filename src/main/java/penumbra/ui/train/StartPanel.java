package penumbra.ui.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import penumbra.run.RunFolder;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// Where a run is begun: one button that works at once, what it will be told, what was found before
/// it, and the runs that wait.
final class StartPanel {

    private final Consumer<RunFolder> drop;
    private final Button start = button("start");
    private final VBox waiting = new VBox(4);
    private final VBox node;

    /// @param start called when a person wants the run as it stands in the form
    /// @param check called when a person wants to know what would be said before
    /// @param sweep called when a person wants several runs
    /// @param drop gets a run that is to wait no longer
    StartPanel(
            TrainState state,
            RunForm form,
            Runnable start,
            Runnable check,
            Runnable sweep,
            Consumer<RunFolder> drop) {
        this.drop = drop;
        this.start.setDefaultButton(false);
        this.start.getStyleClass().add("accent");
        this.start.setOnAction(_ -> start.run());
        Button checks = button("check");
        checks.setOnAction(_ -> check.run());
        Button sweeps = button("sweep");
        sweeps.setOnAction(_ -> sweep.run());
        HBox buttons = new HBox(8, this.start, checks, sweeps);
        AdviceList advice = new AdviceList();
        VBox all = new VBox(10, form.node(), advice.node());
        all.setPadding(new Insets(0, 10, 10, 10));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("inspector", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Fx.whileShown(
                advice.node(),
                () ->
                        Subscription.combine(
                                state.preflightProperty().subscribe(p -> advice.show(p)),
                                state.preflightProperty()
                                        .subscribe((_, _) -> Fx.later(() -> reveal(scroll)))));
        VBox top = new VBox(8, buttons, waiting, form.hint());
        top.setPadding(new Insets(10));
        node = new VBox(top, scroll);
        Fx.whileShown(waiting, () -> state.queueProperty().subscribe(this::queue));
        Fx.whileShown(
                this.start,
                () ->
                        state.busyProperty()
                                .subscribe(busy ->
                                        this.start.setText(text(busy ? "enqueue" : "start"))));
    }

    Node node() {
        return node;
    }

    /// What was found stands below the form, which may fill all the height that there is.
    private static void reveal(ScrollPane scroll) {
        scroll.layout();
        scroll.setVvalue(scroll.getVmax());
    }

    void setWidth(double width) {
        node.setMinWidth(width);
        node.setPrefWidth(width);
    }

    private void queue(List<RunFolder> runs) {
        waiting.getChildren().clear();
        waiting.setManaged(!runs.isEmpty());
        for (RunFolder run : runs) {
            Label name = new Label(Texts.of(StartPanel.class, "start.waiting", run.name()));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Button away = new Button(text("drop"));
            away.setMnemonicParsing(false);
            away.getStyleClass().addAll("small", "flat");
            away.setOnAction(_ -> drop.accept(run));
            HBox line = new HBox(6, name, gap, away);
            line.setAlignment(Pos.CENTER_LEFT);
            waiting.getChildren().add(line);
        }
    }

    private static Button button(String key) {
        Button button = new Button(text(key));
        button.setId("train-" + key);
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(text(key + ".hint")));
        return button;
    }

    private static String text(String key) {
        return Texts.of(StartPanel.class, "start." + key);
    }
}
