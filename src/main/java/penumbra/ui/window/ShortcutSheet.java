package penumbra.ui.window;

import java.util.ArrayList;
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
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import penumbra.text.Texts;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;

/// All shortcuts on one sheet.
final class ShortcutSheet {

    /// What keys and pointer do that no menu has, in the group they belong to.
    private static final List<String> GESTURES =
            List.of("class", "nudge", "pan", "zoom", "fine", "along", "back", "escape");

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

    /// The sheet, its groups side by side.
    Node content() {
        List<Node> groups = new ArrayList<>();
        for (Shortcut.Group group : Shortcut.Group.values()) {
            groups.add(group(group));
        }
        groups.add(gestures());
        HBox sheet = new HBox(32);
        int[][] places = {{0, 1, 2}, {4, 3, 5}, {6, 7}};
        for (int[] column : places) {
            VBox box = new VBox(18);
            for (int place : column) {
                box.getChildren().add(groups.get(place));
            }
            sheet.getChildren().add(box);
        }
        sheet.setPadding(new Insets(8));
        sheet.setId("sheet");
        return sheet;
    }

    private static Node group(Shortcut.Group group) {
        GridPane grid = grid();
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.group() == group) {
                row(grid, shortcut.keysText(), shortcut.label());
            }
        }
        return titled(group.label(), grid);
    }

    private static Node gestures() {
        GridPane grid = grid();
        for (String gesture : GESTURES) {
            row(grid, text("gesture." + gesture + ".keys"), text("gesture." + gesture));
        }
        return titled(text("sheet.gestures"), grid);
    }

    private static GridPane grid() {
        return new GridPane(12, 5);
    }

    private static void row(GridPane grid, String keys, String what) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label meaning = new Label(what);
        meaning.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), key, meaning);
    }

    private static Node titled(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        return new VBox(8, heading, content);
    }

    private static String text(String key) {
        return Texts.of(ShortcutSheet.class, key);
    }
}
