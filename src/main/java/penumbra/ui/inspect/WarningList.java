package penumbra.ui.inspect;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import penumbra.edit.check.PlateCheck;
import penumbra.edit.check.PlateWarning;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.Commands;
import penumbra.ui.Shortcut;

/// What looks wrong with a plate, each with the command that mends it where there is one.
final class WarningList {

    private final Schema schema;
    private final Commands commands;
    private final VBox node = new VBox(8);

    WarningList(Schema schema, Commands commands) {
        this.schema = schema;
        this.commands = commands;
        node.managedProperty().bind(node.visibleProperty());
    }

    Node node() {
        return node;
    }

    void show(Target target, LabelledImage picture) {
        node.getChildren()
                .setAll(
                        PlateCheck.of(target, schema, picture.size(), picture.targets()).stream()
                                .map(warning -> row(warning, target))
                                .toList());
        node.setVisible(!node.getChildren().isEmpty());
    }

    private Node row(PlateWarning warning, Target target) {
        Label sentence = new Label(warning.text());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("plate-warning");
        VBox row = new VBox(4, sentence);
        remedy(warning, target).ifPresent(command -> row.getChildren().add(button(command)));
        return row;
    }

    private Optional<Shortcut> remedy(PlateWarning warning, Target target) {
        return switch (warning) {
            case PlateWarning.Order _ ->
                    PlateCheck.repair(target, schema).map(_ -> Shortcut.REPAIR_ORDER);
            case PlateWarning.Duplicate _ -> Optional.of(Shortcut.DELETE);
            case PlateWarning.UnequalBars _, PlateWarning.NotParallel _ ->
                    Optional.of(Shortcut.SNAP);
            case PlateWarning.PointOutside _, PlateWarning.Tiny _ -> Optional.empty();
        };
    }

    private Button button(Shortcut command) {
        Button button = new Button(command.label());
        button.setId("remedy-" + command.id());
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(commands.keymap().hint(command)));
        button.setOnAction(_ -> commands.run(command));
        return button;
    }
}
