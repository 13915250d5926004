package penumbra.ui.list;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextFieldSkin;
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
import penumbra.ui.Fx;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;

/// The line in which pictures are searched for. What it means takes effect as it is typed; a part
/// that means nothing is named below and left out.
final class SearchLine {

    private static final int MOST_PROPOSALS = 16;

    private final Schema schema;
    private final Consumer<ImageFilter> search;
    private final Runnable leave;
    private final CustomTextField field = new CustomTextField();
    private final Label error = new Label();
    private final ContextMenu proposals = new ContextMenu();
    private final VBox node = new VBox(4, field, error);

    /// The key that puts proposals aside reaches the field too, where it means nothing more.
    private boolean putAside;

    /// @param line what is typed, also before this line and after it
    /// @param leave gives the keyboard to what was found
    SearchLine(
            Schema schema,
            StringProperty line,
            Consumer<ImageFilter> search,
            Runnable leave,
            Keymap keymap) {
        this.schema = schema;
        this.search = search;
        this.leave = leave;
        field.setText(line.get());
        field.setId("search");
        field.setAccessibleText(Shortcut.SEARCH.label());
        error.setId("search-error");
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
        Fx.whileShown(
                field,
                () ->
                        line.subscribe(text -> {
                            if (!text.equals(field.getText())) {
                                field.setText(text);
                                restCaret();
                            }
                        }));
        field.caretPositionProperty().subscribe((_, _) -> explain());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        proposals.setId("proposals");
        proposals.setOnHidden(_ -> {
            putAside = true;
            Fx.later(() -> putAside = false);
        });
    }

    /// As a `QuietTextFieldSkin` would: this field's skin is one of ControlsFX.
    private void restCaret() {
        if (!field.isFocused() && field.getSkin() instanceof TextFieldSkin skin) {
            skin.setCaretAnimating(false);
        }
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
        search.accept(ImageFilter.parse(field.getText(), schema).filter());
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /// Names the first part that means nothing, but not one that is still being typed and could
    /// become something.
    private void explain() {
        int caret = field.getCaretPosition();
        boolean open = !Completion.at(field.getText(), caret, schema).isEmpty();
        Optional<FilterError> wrong =
                ImageFilter.parse(field.getText(), schema).errors().stream()
                        .filter(e -> !(open && e.from() <= caret && caret <= e.to()))
                        .findFirst();
        error.setText(wrong.map(FilterError::text).orElse(""));
        error.setVisible(wrong.isPresent());
    }

    /// Ctrl+Space asks for proposals. Enter, Escape and the way down lead to what was found; while
    /// there are proposals, these keys are theirs.
    private void pressed(KeyEvent event) {
        if (event.isControlDown() && event.getCode() == KeyCode.SPACE) {
            propose();
        }
        boolean leaving =
                switch (event.getCode()) {
                    case ENTER, ESCAPE, DOWN -> true;
                    default -> false;
                };
        if (leaving && !proposals.isShowing() && !putAside) {
            leave.run();
            event.consume();
        }
    }

    /// Proposals come by themselves as a word is typed, once the field has taken the character in.
    private void typed(KeyEvent event) {
        if (event.getCharacter().matches("[\\p{Alnum}:]")) {
            Fx.later(this::propose);
        }
    }

    /// Shows what could be typed at the caret.
    private void propose() {
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
        MenuItem item = new MenuItem("", Explained.of(completion).node());
        item.setOnAction(_ -> {
            field.replaceText(completion.from(), completion.to(), completion.text());
            field.positionCaret(completion.from() + completion.text().length());
            if (completion.text().endsWith(":")) {
                Fx.later(this::propose);
            }
        });
        return item;
    }
}
