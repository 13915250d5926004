package penumbra.ui.list;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import penumbra.edit.filter.Completion;
import penumbra.edit.filter.FilterError;
import penumbra.edit.filter.ImageFilter;
import penumbra.model.Schema;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;

/// The line in which pictures are searched for. What it means takes effect as it is typed; a part
/// that means nothing is named below and left out.
final class SearchLine {

    private static final int MOST_PROPOSALS = 12;

    private final Schema schema;
    private final Consumer<ImageFilter> search;
    private final CustomTextField field = new CustomTextField();
    private final Label error = new Label();
    private final ContextMenu proposals = new ContextMenu();
    private final VBox node = new VBox(4, field, error);

    /// @param line what is typed, also before this line and after it
    SearchLine(Schema schema, StringProperty line, Consumer<ImageFilter> search, Keymap keymap) {
        this.schema = schema;
        this.search = search;
        field.setText(line.get());
        field.setId("search");
        field.setAccessibleText(Shortcut.SEARCH.label());
        field.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        field.setRight(clear());
        field.setPromptText(Texts.of(SearchLine.class, "search.prompt"));
        field.setTooltip(
                new Tooltip(
                        Texts.of(SearchLine.class, "search.hint", keymap.text(Shortcut.SEARCH))));
        error.getStyleClass().add("search-error");
        error.setWrapText(true);
        error.managedProperty().bind(error.visibleProperty());
        error.setVisible(false);
        field.textProperty()
                .subscribe((_, typed) -> {
                    line.set(typed);
                    search();
                });
        field.addEventHandler(KeyEvent.KEY_RELEASED, this::propose);
    }

    private Node clear() {
        FontIcon icon = new FontIcon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE);
        icon.setCursor(Cursor.HAND);
        icon.visibleProperty().bind(field.textProperty().isNotEmpty());
        icon.setOnMouseClicked(_ -> field.clear());
        return icon;
    }

    Node node() {
        return node;
    }

    /// Searches for what is in the line.
    void search() {
        search.accept(read(field.getText()));
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private ImageFilter read(String line) {
        ImageFilter.Parsed parsed = ImageFilter.parse(line, schema);
        List<FilterError> errors = parsed.errors();
        error.setText(errors.isEmpty() ? "" : errors.getFirst().text());
        error.setVisible(!errors.isEmpty());
        return parsed.filter();
    }

    /// What could be typed here; asked for with Ctrl+Space, and by itself once a word has begun.
    private void propose(KeyEvent event) {
        boolean asked = event.isControlDown() && event.getCode() == KeyCode.SPACE;
        boolean typed = event.getText().matches("[\\p{Alnum}:]");
        if (!asked && !typed) {
            return;
        }
        List<Completion> found =
                Completion.at(field.getText(), field.getCaretPosition(), schema).stream()
                        .filter(c -> !c.text().equals(field.getText().substring(c.from(), c.to())))
                        .limit(MOST_PROPOSALS)
                        .toList();
        proposals.getItems().setAll(found.stream().map(this::item).toList());
        if (found.isEmpty()) {
            proposals.hide();
        } else {
            proposals.show(field, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(Completion completion) {
        MenuItem item = new MenuItem(completion.text());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            field.replaceText(completion.from(), completion.to(), completion.text());
            field.positionCaret(completion.from() + completion.text().length());
        });
        return item;
    }
}
