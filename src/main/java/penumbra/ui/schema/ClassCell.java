package penumbra.ui.schema;

import java.util.function.ToLongFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import penumbra.edit.SchemaDraft;
import penumbra.text.Texts;

/// A class with its number, its colour and how many plates have it.
final class ClassCell extends ListCell<SchemaDraft.Row> {

    private final ToLongFunction<SchemaDraft.Row> uses;
    private final Label number = new Label();
    private final Circle colour = new Circle(5);
    private final Label name = new Label();
    private final Label plates = new Label();
    private final HBox row;

    ClassCell(ToLongFunction<SchemaDraft.Row> uses) {
        this.uses = uses;
        number.setMinWidth(22);
        number.setAlignment(Pos.CENTER_RIGHT);
        number.getStyleClass().add("figure");
        plates.getStyleClass().add("hint");
        plates.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(8, number, colour, name, gap, plates);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(SchemaDraft.Row item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : row);
        if (!empty) {
            number.setText(String.valueOf(getIndex()));
            colour.setFill(Color.web(item.colour()));
            name.setText(item.name());
            plates.setText(Texts.of(ClassCell.class, "schema.plates", uses.applyAsLong(item)));
            setAccessibleText(name.getText() + ", " + plates.getText());
        }
    }
}
