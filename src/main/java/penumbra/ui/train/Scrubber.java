package penumbra.ui.train;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// Leads the charts back to an earlier moment of a run: a slider over its events, and a switch that
/// follows the newest.
final class Scrubber {

    private final TrainState state;
    private final Slider slider = new Slider(0, 1, 1);
    private final CheckBox live = new CheckBox(Texts.of(Scrubber.class, "scrubber.live"));
    private final Label moment = new Label();
    private final HBox node;
    private boolean showing;

    Scrubber(TrainState state) {
        this.state = state;
        slider.setId("train-scrubber");
        slider.setAccessibleText(Texts.of(Scrubber.class, "scrubber"));
        slider.setTooltip(new Tooltip(Texts.of(Scrubber.class, "scrubber.hint")));
        slider.valueProperty().subscribe((_, now) -> slid(now.doubleValue()));
        live.setId("train-live");
        live.setMnemonicParsing(false);
        live.setMinWidth(CheckBox.USE_PREF_SIZE);
        live.setTooltip(new Tooltip(Texts.of(Scrubber.class, "scrubber.live.hint")));
        live.setOnAction(_ -> state.liveProperty().set(live.isSelected()));
        moment.setMinWidth(150);
        moment.getStyleClass().add("hint");
        node = new HBox(10, live, slider, moment);
        HBox.setHgrow(slider, Priority.ALWAYS);
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPadding(new Insets(4, 10, 4, 10));
        node.setDisable(true);
        Fx.whileShown(node, () -> state.liveProperty().subscribe(live::setSelected));
    }

    Node node() {
        return node;
    }

    /// @param count of events that the charts know of
    void show(Optional<WatchedRun> run, int count) {
        showing = true;
        node.setDisable(run.isEmpty());
        int all = run.map(r -> r.events().size()).orElse(0);
        slider.setMax(Math.max(1, all));
        slider.setBlockIncrement(Math.max(1, all / 50));
        slider.setValue(count);
        moment.setText(
                run.filter(_ -> count > 0)
                        .map(r -> r.events().get(count - 1).seconds())
                        .map(s ->
                                Texts.of(
                                        Scrubber.class,
                                        "scrubber.moment",
                                        count,
                                        all,
                                        RunHead.time(s)))
                        .orElse(""));
        showing = false;
    }

    private void slid(double value) {
        if (!showing) {
            state.positionProperty().set((int) Math.round(value));
            state.liveProperty().set(false);
        }
    }
}
