package penumbra.ui.review;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import penumbra.text.Texts;
import penumbra.ui.Studio;

/// One thing to be decided in the list: what it is, why, and whether that is done.
final class ItemCell extends ListCell<Item> {

    static final double HEIGHT = 52;

    private final Studio studio;
    private final FontIcon state = new FontIcon();
    private final Label title = new Label();
    private final Label reason = new Label();
    private final HBox row;

    ItemCell(Studio studio) {
        this.studio = studio;
        title.setMinWidth(0);
        reason.setMinWidth(0);
        reason.getStyleClass().add("plates");
        VBox words = new VBox(2, title, reason);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        row = new HBox(10, state, words);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        getStyleClass().add("picture-cell");
    }

    @Override
    protected void updateItem(Item item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean decided = item.decided(studio);
        state.setIconCode(
                decided ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignC.CIRCLE_OUTLINE);
        state.getStyleClass()
                .setAll("ikonli-font-icon", decided ? "state-labelled" : "state-unlabelled");
        title.setText(item.title());
        reason.setText(item.reason());
        String done = Texts.of(ItemCell.class, decided ? "item.decided" : "item.waiting");
        setAccessibleText(String.join(", ", item.title(), item.reason(), done));
        setGraphic(row);
    }
}
