package penumbra.ui.file;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Controls one below the other, each with its name to the left.
final class Form {

    private final GridPane grid = new GridPane(12, 8);

    Form() {
        ColumnConstraints names = new ColumnConstraints();
        names.setHalignment(HPos.RIGHT);
        names.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, controls);
    }

    void row(String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        grid.addRow(grid.getRowCount(), label, control);
    }

    Node node() {
        return grid;
    }
}
