package penumbra.ui.window;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;
import penumbra.ui.Shortcut.Group;
import penumbra.ui.Theme;

/// All shortcuts on one sheet.
final class ShortcutSheet {

    /// What keys and pointer do that no menu has, in the group they belong to.
    private static final List<String> GESTURES =
            List.of("class", "nudge", "pan", "zoom", "fine", "along", "back", "escape", "proposal");

    private final Keymap keymap;

    ShortcutSheet(Keymap keymap) {
        this.keymap = keymap;
    }

    void show(Window owner) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(text("sheet.title"));
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane()
                .getButtonTypes()
                .add(new ButtonType(text("sheet.close"), ButtonData.CANCEL_CLOSE));
        Theme.dress(dialog.getDialogPane().getScene());
        dialog.show();
    }

    /// The sheet, its groups in columns of about equal length.
    Node content() {
        HBox sheet =
                new HBox(
                        36,
                        column(
                                Group.FILE,
                                Group.EDIT,
                                Group.PICTURES,
                                Group.WORKSPACE,
                                Group.RUN,
                                Group.HELP),
                        gestures(column(Group.LABEL)),
                        column(Group.VIEW, Group.OVERLAY));
        sheet.setPadding(new Insets(8));
        sheet.setId("sheet");
        return sheet;
    }

    private GridPane column(Group... groups) {
        GridPane grid = new GridPane(12, 5);
        for (Group group : groups) {
            title(grid, group.label());
            for (Shortcut shortcut : Shortcut.values()) {
                if (shortcut.group() == group) {
                    row(grid, keymap.text(shortcut), shortcut.label());
                }
            }
        }
        return grid;
    }

    private static GridPane gestures(GridPane grid) {
        title(grid, text("sheet.gestures"));
        for (String gesture : GESTURES) {
            row(grid, text("gesture." + gesture + ".keys"), text("gesture." + gesture));
        }
        return grid;
    }

    private static void title(GridPane grid, String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setPadding(new Insets(grid.getRowCount() == 0 ? 0 : 12, 0, 3, 0));
        grid.add(heading, 0, grid.getRowCount(), 2, 1);
    }

    private static void row(GridPane grid, String keys, String what) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label meaning = new Label(what);
        meaning.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), key, meaning);
    }

    private static String text(String key) {
        return Texts.of(ShortcutSheet.class, key);
    }
}
