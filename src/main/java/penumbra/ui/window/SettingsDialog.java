package penumbra.ui.window;

import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import penumbra.text.Texts;
import penumbra.ui.Language;
import penumbra.ui.Theme;

/// Everything that can be set: language, theme, who labels, and the shortcuts. What is chosen holds
/// at once.
final class SettingsDialog {

    private final StudioWindow window;
    private final Dialog<Void> dialog = new Dialog<>();
    private final TabPane tabs = new TabPane();

    SettingsDialog(StudioWindow window) {
        this.window = window;
        dialog.initOwner(window.stage());
        dialog.setResizable(true);
        tabs.setId("settings-tabs");
        tabs.setAccessibleText(text("settings.title"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setPrefSize(600, 560);
        dialog.getDialogPane().setContent(tabs);
        Theme.dress(dialog.getDialogPane().getScene());
        build();
    }

    void show() {
        dialog.show();
    }

    /// Puts every text in its place, in the language of now.
    private void build() {
        int chosen = Math.max(0, tabs.getSelectionModel().getSelectedIndex());
        dialog.setTitle(text("settings.title"));
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(text("settings.close"), ButtonData.CANCEL_CLOSE));
        Tab general = new Tab(text("settings.general"), general());
        Tab shortcuts = new Tab(text("settings.shortcuts"), new ShortcutSettings(window).node());
        shortcuts.setId("settings-shortcuts");
        tabs.getTabs().setAll(general, shortcuts);
        tabs.getSelectionModel().select(chosen);
    }

    private Node general() {
        ComboBox<Language> language =
                box("language", Language.values(), window.settings().language(), Language::ownName);
        language.valueProperty()
                .subscribe((_, chosen) -> {
                    window.setLanguage(chosen);
                    build();
                });
        ComboBox<Theme> theme =
                box(
                        "theme",
                        Theme.values(),
                        window.settings().theme(),
                        t -> text("theme." + t.name().toLowerCase(Locale.ROOT)));
        theme.valueProperty().subscribe((_, chosen) -> window.setTheme(chosen));
        TextField annotator = new TextField(window.settings().annotator());
        annotator.setId("annotator");
        annotator.textProperty().subscribe((_, name) -> window.setAnnotator(name.strip()));
        Label hint = new Label(text("settings.annotator.hint"));
        hint.getStyleClass().add("hint");
        GridPane grid = new GridPane(12, 10);
        ColumnConstraints names = new ColumnConstraints();
        names.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, new ColumnConstraints(220));
        row(grid, "language", language);
        row(grid, "theme", theme);
        row(grid, "annotator", annotator);
        grid.add(hint, 1, grid.getRowCount());
        grid.setPadding(new Insets(16));
        return grid;
    }

    private static void row(GridPane grid, String key, Node control) {
        Label label = new Label(text("settings." + key));
        label.setLabelFor(control);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private static <T> ComboBox<T> box(String id, T[] all, T now, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new IllegalStateException("such a value is chosen, not typed");
                    }
                });
        return box;
    }

    private static String text(String key) {
        return Texts.of(SettingsDialog.class, key);
    }
}
