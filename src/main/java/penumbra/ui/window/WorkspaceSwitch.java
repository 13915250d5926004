package penumbra.ui.window;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.SegmentedButton;
import penumbra.ui.Commands;
import penumbra.ui.Workspace;

/// The top line of the window: the menu, and to its right the workspaces.
final class WorkspaceSwitch {

    private WorkspaceSwitch() {}

    /// @param shown now
    static Node beside(Node menu, Workspace shown, Commands commands) {
        SegmentedButton all = new SegmentedButton();
        all.setToggleGroup(null);
        for (Workspace workspace : Workspace.values()) {
            ToggleButton button = new ToggleButton(workspace.label());
            button.setId("workspace-" + workspace.shortcut().id());
            button.setMnemonicParsing(false);
            button.setFocusTraversable(false);
            button.getStyleClass().add("small");
            button.setTooltip(new Tooltip(commands.keymap().hint(workspace.shortcut())));
            button.setSelected(workspace == shown);
            button.setOnAction(_ -> {
                button.setSelected(true);
                commands.run(workspace.shortcut());
            });
            all.getButtons().add(button);
        }
        HBox line = new HBox(menu, all);
        HBox.setHgrow(menu, Priority.ALWAYS);
        HBox.setMargin(all, new Insets(0, 10, 0, 10));
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("top-line");
        return line;
    }
}
