package penumbra.ui.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;

/// The keys of every command, changed by clicking them and pressing others. Keys that are taken are
/// refused in one sentence.
final class ShortcutSettings {

    private final StudioWindow window;
    private final Map<Shortcut, Button> keys = new EnumMap<>(Shortcut.class);
    private final Map<Shortcut, Button> resets = new EnumMap<>(Shortcut.class);
    private final Label said = new Label();
    private final VBox node;
    private Optional<Shortcut> waiting = Optional.empty();

    ShortcutSettings(StudioWindow window) {
        this.window = window;
        said.setId("keys-said");
        said.setWrapText(true);
        said.setMinHeight(36);
        say("settings.keys.how");
        GridPane grid = new GridPane(10, 4);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, new ColumnConstraints(170));
        for (Shortcut.Group group : Shortcut.Group.values()) {
            Label heading = new Label(group.label());
            heading.getStyleClass().add("heading");
            heading.setPadding(new Insets(grid.getRowCount() == 0 ? 0 : 14, 0, 4, 0));
            grid.addRow(grid.getRowCount(), heading);
            for (Shortcut shortcut : Shortcut.values()) {
                if (shortcut.group() == group) {
                    addRow(grid, shortcut);
                }
            }
        }
        grid.setPadding(new Insets(4, 12, 4, 4));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button all = new Button(text("settings.keys.reset-all"));
        all.setId("keys-reset-all");
        all.setOnAction(_ -> {
            window.setKeymap(Keymap.DEFAULTS);
            stopWaiting();
            say("settings.keys.all");
        });
        node = new VBox(8, said, scroll, all);
        node.setPadding(new Insets(12));
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        showKeys();
    }

    Node node() {
        return node;
    }

    private void addRow(GridPane grid, Shortcut shortcut) {
        Label name = new Label(shortcut.label());
        Button button = new Button();
        button.setId("keys-" + shortcut.id());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            stopWaiting();
            waiting = Optional.of(shortcut);
            button.setText(text("settings.keys.press"));
        });
        button.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused && waiting.equals(Optional.of(shortcut))) {
                        stopWaiting();
                    }
                });
        name.setLabelFor(button);
        Button reset = new Button("", new FontIcon(MaterialDesignR.RESTORE));
        reset.setId("reset-" + shortcut.id());
        reset.getStyleClass().addAll("button-icon", "flat", "small");
        String hint = text("settings.keys.reset", Keymap.DEFAULTS.text(shortcut));
        reset.setTooltip(new Tooltip(hint));
        reset.setAccessibleText(shortcut.label() + ": " + hint);
        reset.setOnAction(_ -> change(shortcut, shortcut.defaultKeys()));
        keys.put(shortcut, button);
        resets.put(shortcut, reset);
        grid.addRow(grid.getRowCount(), name, button, reset);
    }

    private void pressed(KeyEvent event) {
        waiting.ifPresent(shortcut -> {
            event.consume();
            if (event.getCode() == KeyCode.ESCAPE) {
                stopWaiting();
            } else {
                Keymap.pressed(event).ifPresent(pressed -> change(shortcut, pressed));
            }
        });
    }

    private void change(Shortcut shortcut, KeyCombination wanted) {
        Keymap keymap = window.settings().keymap();
        Optional<String> refusal = keymap.refusal(shortcut, wanted);
        if (refusal.isEmpty()) {
            window.setKeymap(keymap.with(shortcut, wanted));
        }
        stopWaiting();
        said.setText(
                refusal.orElseGet(() ->
                        text(
                                "settings.keys.now",
                                shortcut.label(),
                                window.settings().keymap().text(shortcut))));
        said.getStyleClass().setAll("label", refusal.isPresent() ? "plate-warning" : "hint");
    }

    private void stopWaiting() {
        waiting = Optional.empty();
        showKeys();
    }

    private void showKeys() {
        Keymap keymap = window.settings().keymap();
        keys.forEach((shortcut, button) -> {
            button.setText(keymap.text(shortcut));
            button.setAccessibleText(shortcut.label() + ": " + keymap.text(shortcut));
        });
        resets.forEach(
                (shortcut, button) -> button.setVisible(keymap.changed().containsKey(shortcut)));
    }

    private void say(String key) {
        said.setText(text(key));
        said.getStyleClass().setAll("label", "hint");
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ShortcutSettings.class, key, arguments);
    }
}
