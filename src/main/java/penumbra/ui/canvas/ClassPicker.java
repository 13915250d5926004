package penumbra.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import penumbra.edit.filter.ClassSearch;
import penumbra.model.Schema;
import penumbra.text.Texts;
import penumbra.ui.WholeCharacters;

/// A small card over the canvas in which a class is sought by name: typing narrows the list, Enter
/// takes the class, Escape leaves it. A name that no class has can be taken as a new class.
public final class ClassPicker {

    private static final double ROW = 28;
    private static final int MOST_ROWS = 8;

    private final Supplier<Schema> schema;
    private final Consumer<String> chosen;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final ListView<String> list = new ListView<>();
    private final VBox node = new VBox(6, field, list);

    /// @param chosen gets the name of the class that was taken
    /// @param closed runs once the card is gone, so that the keys go to the canvas again
    public ClassPicker(Supplier<Schema> schema, Consumer<String> chosen, Runnable closed) {
        this.schema = schema;
        this.chosen = chosen;
        this.closed = closed;
        field.setId("class-search");
        field.setPromptText(text("class.prompt"));
        field.setAccessibleText(text("class.prompt"));
        field.setTextFormatter(WholeCharacters.formatter());
        field.textProperty().subscribe((_, _) -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().subscribe((_, focused) -> leave(focused));
        list.setId("classes-found");
        list.setAccessibleText(text("class.found"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label(""));
        list.setOnMouseClicked(_ -> take());
        node.getStyleClass().add("card");
        node.setMaxSize(300, Region.USE_PREF_SIZE);
        node.setVisible(false);
        StackPane.setAlignment(node, Pos.TOP_CENTER);
        StackPane.setMargin(node, new Insets(24));
    }

    /// The card, to lie over the canvas.
    public Node node() {
        return node;
    }

    /// Shows the card with all classes.
    public void open() {
        field.clear();
        search();
        node.setVisible(true);
        field.requestFocus();
    }

    private void search() {
        Schema now = schema.get();
        String typed = field.getText().strip();
        List<String> names =
                new ArrayList<>(
                        ClassSearch.find(typed, now).stream().map(now.classNames()::get).toList());
        if (!typed.isEmpty() && now.classIndex(typed).isEmpty()) {
            names.add(typed);
        }
        list.getItems().setAll(names);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.clamp(names.size(), 1, MOST_ROWS) * ROW + 2);
    }

    private void pressed(KeyEvent event) {
        boolean taken =
                switch (event.getCode()) {
                    case UP -> select(-1);
                    case DOWN -> select(1);
                    case ENTER -> take();
                    case ESCAPE -> close();
                    default -> false;
                };
        if (taken) {
            event.consume();
        }
    }

    private boolean select(int by) {
        int last = list.getItems().size() - 1;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(last, 0));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - MOST_ROWS + 1));
        return true;
    }

    private boolean take() {
        Optional<String> name = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        close();
        name.ifPresent(chosen);
        return true;
    }

    private boolean close() {
        node.setVisible(false);
        closed.run();
        return true;
    }

    /// Goes when the caret does, except into the list.
    private void leave(boolean focused) {
        if (!focused && !list.isFocused()) {
            node.setVisible(false);
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ClassPicker.class, key, arguments);
    }

    /// A class with its colour and what its name says; or the name of one that would be new.
    private final class Cell extends ListCell<String> {

        private final Circle colour = new Circle(5);
        private final Label name = new Label();
        private final Label spoken = new Label();
        private final HBox row = new HBox(8, colour, name, spoken);

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            spoken.getStyleClass().add("hint");
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                Schema now = schema.get();
                boolean known = now.classIndex(item).isPresent();
                Schema with = known ? now : now.withClass(item);
                int index = with.classIndex(item).orElseThrow();
                colour.setFill(Color.web(with.classes().get(index).colour()));
                name.setText(item);
                spoken.setText(known ? ClassSearch.spoken(item) : text("class.add"));
                setAccessibleText(name.getText() + " " + spoken.getText());
            }
        }
    }
}
