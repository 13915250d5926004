package penumbra.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.text.Texts;
import penumbra.ui.Keymap;

/// Why the thing at hand should be looked at, and what may be decided about it.
final class DecisionPanel {

    private static final double WIDTH = 280;

    private final Keymap keymap;
    private final Consumer<Decision> decided;
    private final Label title = new Label();
    private final Label reason = new Label();
    private final Label how = new Label();
    private final VBox decisions = new VBox(8);
    private final VBox node;

    /// @param decided gets what a person presses
    DecisionPanel(Keymap keymap, Consumer<Decision> decided) {
        this.keymap = keymap;
        this.decided = decided;
        title.getStyleClass().add("heading");
        how.getStyleClass().add("hint");
        reason.setId("review-reason");
        for (Label label : List.of(title, reason, how)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        node = new VBox(12, title, reason, decisions, how);
        node.setPadding(new Insets(12));
        node.setMinWidth(WIDTH);
        node.setPrefWidth(WIDTH);
        node.getStyleClass().add("side");
        show(Optional.empty());
    }

    Node node() {
        return node;
    }

    void show(Optional<Item> item) {
        node.getChildren().forEach(part -> part.setVisible(item.isPresent()));
        item.ifPresent(i -> {
            title.setText(i.title());
            reason.setText(i.reason());
            how.setText(Texts.of(DecisionPanel.class, "how." + i.kind().id()));
            List<Node> rows = new ArrayList<>();
            Decision.of(i.kind()).forEach(d -> rows.add(row(d, i.kind())));
            decisions.getChildren().setAll(rows);
        });
    }

    private Button row(Decision decision, Kind kind) {
        Label what = new Label(decision.label(kind));
        what.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label key = new Label(decision.key(keymap));
        key.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, what, gap, key);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", line);
        button.setId("decide-" + decision.id());
        button.setAccessibleText(what.getText() + ", " + key.getText());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> decided.accept(decision));
        return button;
    }
}
