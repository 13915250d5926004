package penumbra.ui.overlay;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import penumbra.ui.Commands;
import penumbra.ui.Shortcut;

/// The overlays, a card for each.
public final class OverlayPanel {

    private final ScrollPane node = new ScrollPane();

    public OverlayPanel(OverlayStack stack, Commands commands, RecordingFiles files) {
        VBox cards = new VBox();
        for (OverlayLayer<?> layer : stack.layers()) {
            cards.getChildren()
                    .add(new OverlayCard<>(layer, stack, commands.keymap(), files).node());
            Shortcut shortcut = layer.overlay().shortcut();
            commands.on(shortcut, () -> layer.onProperty().set(!layer.onProperty().get()));
        }
        node.setContent(cards);
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.getStyleClass().addAll("inspector", "overlay-panel");
    }

    public Node node() {
        return node;
    }
}
