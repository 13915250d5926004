package penumbra.ui.overlay;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.NumberRange;
import penumbra.ui.NumberRow;

/// One overlay in the panel: its switch, its parameters, what its colours mean and what it reads.
final class OverlayCard<S extends Record> {

    private final OverlayLayer<S> layer;
    private final OverlayStack stack;
    private final VBox readOuts = new VBox(3);
    private final VBox node;
    private List<ReadOut> shown = List.of();

    OverlayCard(OverlayLayer<S> layer, OverlayStack stack, Keymap keymap, RecordingFiles files) {
        this.layer = layer;
        this.stack = stack;
        VBox body = body(files);
        body.visibleProperty().bind(layer.openProperty());
        body.managedProperty().bind(layer.openProperty());
        node = new VBox(8, header(keymap), body);
        node.getStyleClass().add("overlay-card");
        node.setId("overlay-" + layer.overlay().id());
        readOuts.setId(node.getId() + "-read-outs");
    }

    Node node() {
        return node;
    }

    private Node header(Keymap keymap) {
        String name = layer.overlay().name();
        FontIcon closed = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        Button fold = new Button(name, closed);
        fold.setId("overlay-" + layer.overlay().id() + "-fold");
        fold.getStyleClass().addAll("flat", "fold");
        fold.setMaxWidth(Double.MAX_VALUE);
        fold.setAlignment(Pos.CENTER_LEFT);
        fold.setOnAction(_ -> layer.openProperty().set(!layer.openProperty().get()));
        layer.openProperty().subscribe(open -> closed.setRotate(open ? 90 : 0));
        HBox.setHgrow(fold, Priority.ALWAYS);
        Button reset = new Button(null, new FontIcon(MaterialDesignR.RESTORE));
        reset.setId("overlay-" + layer.overlay().id() + "-reset");
        reset.getStyleClass().addAll("button-icon", "flat", "small");
        reset.setTooltip(new Tooltip(text("reset")));
        reset.setAccessibleText(text("reset"));
        reset.setOnAction(_ -> layer.reset());
        reset.visibleProperty().bind(layer.openProperty());
        reset.managedProperty().bind(layer.openProperty());
        ToggleSwitch on = new ToggleSwitch();
        on.setId("overlay-" + layer.overlay().id() + "-on");
        on.setMinWidth(Region.USE_PREF_SIZE);
        on.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        on.setAccessibleText(name);
        on.setTooltip(new Tooltip(keymap.hint(layer.overlay().shortcut())));
        on.selectedProperty().bindBidirectional(layer.onProperty());
        HBox row = new HBox(2, fold, reset, on);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox body(RecordingFiles files) {
        Label hint = new Label(layer.overlay().hint());
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        LegendStrip legend = new LegendStrip();
        CurveView chart = new CurveView();
        layer.settingsProperty()
                .subscribe(settings -> legend.show(layer.overlay().legend(settings)));
        refresh(chart);
        stack.sceneProperty().subscribe((_, _) -> refresh(chart));
        layer.openProperty().subscribe((_, _) -> refresh(chart));
        layer.settingsProperty().subscribe((_, _) -> refresh(chart));
        return new VBox(8, hint, legend, chart, readOuts, parameters(files));
    }

    private Node parameters(RecordingFiles files) {
        GridPane opacity = ParameterRows.row();
        opacity().addTo(opacity);
        VBox rows = new VBox(6, opacity);
        for (Parameter parameter : Parameter.of(layer.settingsProperty().get().getClass())) {
            rows.getChildren().add(ParameterRows.of(layer, stack, files, parameter));
        }
        return rows;
    }

    private NumberRow opacity() {
        NumberRow row =
                new NumberRow(
                        "overlay-" + layer.overlay().id() + "-opacity",
                        text("opacity"),
                        NumberRange.even(OverlayLayer.LEAST_OPACITY, 1),
                        value -> {
                            layer.opacityProperty()
                                    .set(Math.clamp(value, OverlayLayer.LEAST_OPACITY, 1));
                            return true;
                        });
        layer.opacityProperty().subscribe(now -> row.show(now.doubleValue()));
        return row;
    }

    private void refresh(CurveView chart) {
        Optional<OverlayScene> scene = stack.sceneProperty().get();
        if (scene.isEmpty() || !layer.openProperty().get()) {
            return;
        }
        S settings = layer.settingsProperty().get();
        chart.show(layer.overlay().chart(scene.get(), settings));
        List<ReadOut> now = layer.overlay().readOuts(scene.get(), settings);
        if (!now.equals(shown)) {
            shown = now;
            readOuts.getChildren().setAll(now.stream().map(OverlayCard::line).toList());
        }
    }

    private static Node line(ReadOut readOut) {
        Label name = new Label(readOut.name());
        name.getStyleClass().add("hint");
        name.setMinWidth(ParameterRows.NAMES);
        name.setMaxWidth(ParameterRows.NAMES);
        name.setWrapText(true);
        Label value = new Label(readOut.value());
        value.setWrapText(true);
        value.getStyleClass().add(readOut.marked() ? "plate-warning" : "read-out");
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox row = new HBox(6, name, value);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static String text(String key) {
        return Texts.of(OverlayCard.class, key);
    }
}
