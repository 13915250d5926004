package penumbra.ui.overlay;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import penumbra.text.Texts;

/// Where a loss history is drawn with the mouse, from 0 at the bottom to 1 at the top over 100
/// epochs, or pasted as text.
final class HistoryPad {

    private static final double HEIGHT = 90;

    private final OverlayLayer<?> layer;
    private final Parameter parameter;
    private final Pane pad = new Pane();
    private final Polyline curve = new Polyline();
    private final Label refusal = new Label();
    private final VBox node;

    HistoryPad(OverlayLayer<?> layer, Parameter parameter) {
        this.layer = layer;
        this.parameter = parameter;
        String id = "overlay-" + layer.overlay().id() + "-" + parameter.name();
        curve.getStyleClass().addAll("curve", "curve-0");
        curve.setManaged(false);
        pad.getStyleClass().add("history-pad");
        pad.setId(id);
        pad.setMinHeight(HEIGHT);
        pad.setPrefHeight(HEIGHT);
        pad.getChildren().add(curve);
        pad.addEventHandler(MouseEvent.MOUSE_PRESSED, this::draw);
        pad.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
        pad.widthProperty().subscribe((_, _) -> show());
        Label hint = new Label(text("pad.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        refusal.setWrapText(true);
        refusal.getStyleClass().add("plate-warning");
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        Button paste = new Button(text("pad.paste"));
        paste.setId(id + "-paste");
        paste.setOnAction(_ -> paste(Clipboard.getSystemClipboard().getString()));
        Button clear = new Button(text("pad.clear"));
        clear.setId(id + "-clear");
        clear.setOnAction(_ -> set(LossHistory.NONE));
        paste.getStyleClass().add("small");
        clear.getStyleClass().add("small");
        node = new VBox(6, hint, pad, new HBox(6, paste, clear), refusal);
        layer.settingsProperty().subscribe(_ -> show());
    }

    Node node() {
        return node;
    }

    private LossHistory history() {
        return (LossHistory) parameter.get(layer.settingsProperty().get());
    }

    private void set(LossHistory history) {
        refusal.setText("");
        layer.set(parameter, history);
    }

    private void draw(MouseEvent event) {
        double across = Math.clamp(event.getX() / pad.getWidth(), 0, 1);
        double up = Math.clamp(1 - event.getY() / pad.getHeight(), 0, 1);
        int epoch = (int) Math.min(LossExamples.EPOCHS - 1, across * LossExamples.EPOCHS);
        set(history().drawn(epoch, up));
        event.consume();
    }

    void paste(String text) {
        try {
            set(LossHistory.parse(Optional.ofNullable(text).orElse("")));
        } catch (IllegalArgumentException e) {
            refusal.setText(e.getMessage());
        }
    }

    private void show() {
        List<Double> losses = history().of(0);
        int epochs = Math.max(LossExamples.EPOCHS, losses.size());
        OptionalDouble largest = losses.stream().mapToDouble(l -> l).max();
        double most = Math.max(1, largest.orElse(1));
        curve.getPoints().clear();
        for (int t = 0; t < losses.size(); t++) {
            curve.getPoints()
                    .addAll(
                            (t + 0.5) / epochs * pad.getWidth(),
                            (1 - losses.get(t) / most) * HEIGHT);
        }
    }

    private static String text(String key) {
        return Texts.of(HistoryPad.class, key);
    }
}
