package penumbra.ui.file;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Controls one below the other, each with its name to the left.
public final class Form {

    private final GridPane grid = new GridPane(12, 8);

    public Form() {
        ColumnConstraints names = new ColumnConstraints();
        names.setHalignment(HPos.RIGHT);
        names.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, controls);
    }

    public void row(String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        if (!name.isEmpty()) {
            prepare(control, name);
        }
        grid.addRow(grid.getRowCount(), label, control);
    }

    /// Gives the name to what takes the keyboard in a row, for those who do not see the label;
    /// lists of choices are made equally wide.
    private static void prepare(Node control, String name) {
        switch (control) {
            case HBox row -> prepare(row.getChildren().getFirst(), name);
            case Spinner<?> spinner -> {
                spinner.setAccessibleText(name);
                spinner.getEditor().setAccessibleText(name);
            }
            case ComboBox<?> box -> {
                box.setAccessibleText(name);
                box.setMaxWidth(Double.MAX_VALUE);
            }
            default -> control.setAccessibleText(name);
        }
    }

    public Node node() {
        return grid;
    }
}
