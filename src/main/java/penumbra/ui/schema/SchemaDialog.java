package penumbra.ui.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.Editors;
import org.controlsfx.property.editor.PropertyEditor;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import penumbra.edit.SchemaDraft;
import penumbra.edit.Step;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.text.Texts;
import penumbra.ui.Theme;
import penumbra.ui.WholeCharacters;

/// Asks for other classes and OKS sigmas of a project: names, colours, order, new classes, and
/// those that no plate has away.
public final class SchemaDialog {

    private final Project project;
    private final Map<Integer, Long> uses = new HashMap<>();
    private final Map<Integer, String> faultySigmas = new HashMap<>();
    private final Dialog<SchemaDraft> dialog = new Dialog<>();
    private final ButtonType take = new ButtonType(text("schema.take"), ButtonData.OK_DONE);
    private final ListView<SchemaDraft.Row> list = new ListView<>();
    private final PropertySheet ofClass = sheet();
    private final PropertySheet ofKeypoints = sheet();
    private final Label number = heading("");
    private final Label message = new Label();
    private SchemaDraft draft;

    /// @param project as it is
    public SchemaDialog(Window owner, Project project) {
        this.project = project;
        draft = SchemaDraft.of(project.schema());
        project.images().stream()
                .map(LabelledImage::targets)
                .flatMap(List::stream)
                .forEach(t -> uses.merge(t.classIndex(), 1L, Long::sum));
        dialog.initOwner(owner);
        dialog.setTitle(text("schema.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(take, new ButtonType(text("schema.cancel"), ButtonData.CANCEL_CLOSE));
        dialog.setResultConverter(button -> button == take ? draft : null);
        Theme.dress(dialog.getDialogPane().getScene());
        list.getSelectionModel().selectedIndexProperty().subscribe((_, _) -> showClass());
        show(0);
    }

    /// Shows the dialog and hands over the step that a person asked for, if any.
    public void show(Consumer<Step> asked) {
        dialog.setOnHidden(_ ->
                Optional.ofNullable(dialog.getResult())
                        .flatMap(wanted -> wanted.step(project))
                        .ifPresent(asked));
        dialog.show();
    }

    private Node content() {
        list.setId("classes");
        list.setAccessibleText(text("schema.classes"));
        list.setCellFactory(_ -> new ClassCell(this::uses));
        list.setFixedCellSize(28);
        list.setPrefSize(300, 380);
        HBox buttons =
                new HBox(
                        6,
                        button("add", MaterialDesignP.PLUS, this::add),
                        button("up", MaterialDesignA.ARROW_UP, () -> move(-1)),
                        button("down", MaterialDesignA.ARROW_DOWN, () -> move(1)),
                        button("remove", MaterialDesignD.DELETE_OUTLINE, this::remove));
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(list, Priority.ALWAYS);
        showSigmas();
        ofClass.setMinHeight(96);
        VBox.setVgrow(ofKeypoints, Priority.ALWAYS);
        VBox sheets = new VBox(8, number, ofClass, heading(text("schema.sigmas")), ofKeypoints);
        HBox.setHgrow(sheets, Priority.ALWAYS);
        message.setId("schema-message");
        message.setWrapText(true);
        message.getStyleClass().add("search-error");
        message.setMinHeight(18);
        Label hint = new Label(text("schema.hint"));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        HBox parts = new HBox(12, new VBox(8, buttons, list), sheets);
        VBox.setVgrow(parts, Priority.ALWAYS);
        VBox all = new VBox(8, parts, hint, message);
        all.setPrefWidth(700);
        return all;
    }

    private static PropertySheet sheet() {
        PropertySheet sheet = new PropertySheet();
        sheet.setFocusTraversable(false);
        sheet.setModeSwitcherVisible(false);
        sheet.setSearchBoxVisible(false);
        sheet.setMode(PropertySheet.Mode.NAME);
        sheet.setPropertyEditorFactory(SchemaDialog::editor);
        return sheet;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("heading");
        return heading;
    }

    private Button button(String id, Ikon icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("class-" + id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(text("schema." + id)));
        button.setAccessibleText(text("schema." + id));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static PropertyEditor<?> editor(PropertySheet.Item item) {
        if (item.getType() == Color.class) {
            PropertyEditor<?> colour = Editors.createColorEditor(item);
            colour.getEditor().setAccessibleRole(AccessibleRole.COMBO_BOX);
            colour.getEditor().setAccessibleText(item.getName());
            return colour;
        }
        PropertyEditor<?> editor = Editors.createTextEditor(item);
        ((TextField) editor.getEditor()).setTextFormatter(WholeCharacters.formatter());
        editor.getEditor().setAccessibleText(item.getName());
        return editor;
    }

    private int place() {
        return list.getSelectionModel().getSelectedIndex();
    }

    /// Shows the draft with the class at that place selected.
    private void show(int place) {
        list.getItems().setAll(draft.classes());
        list.getSelectionModel().select(Math.clamp(place, 0, draft.classes().size() - 1));
        list.scrollTo(Math.max(0, place() - 4));
        tell("");
    }

    private void showClass() {
        if (place() < 0) {
            return;
        }
        number.setText(text("schema.class", place()));
        ofClass.getItems()
                .setAll(
                        new SheetItem<>(
                                String.class,
                                text("schema.name"),
                                () -> row().name(),
                                name -> edit(name, row().colour())),
                        new SheetItem<>(
                                Color.class,
                                text("schema.colour"),
                                () -> Color.web(row().colour()),
                                colour -> edit(row().name(), hex(colour))));
    }

    private void showSigmas() {
        for (int i = 0; i < draft.oksSigmas().size(); i++) {
            int keypoint = i;
            ofKeypoints
                    .getItems()
                    .add(
                            new SheetItem<>(
                                    String.class,
                                    project.schema().keypoints().get(i),
                                    () -> String.valueOf(draft.oksSigmas().get(keypoint)),
                                    typed -> setSigma(keypoint, typed)));
        }
    }

    private SchemaDraft.Row row() {
        return draft.classes().get(place());
    }

    private void edit(String name, String colour) {
        int place = place();
        draft = draft.with(place, name, colour);
        list.getItems().set(place, draft.classes().get(place));
        tell("");
    }

    private void add() {
        draft = draft.withClass(freshName());
        show(draft.classes().size() - 1);
    }

    private String freshName() {
        List<String> names = draft.classes().stream().map(SchemaDraft.Row::name).toList();
        int number = names.size();
        while (names.contains(text("schema.fresh", number))) {
            number++;
        }
        return text("schema.fresh", number);
    }

    private void move(int by) {
        int to = place() + by;
        if (to >= 0 && to < draft.classes().size()) {
            draft = draft.moved(place(), to);
            show(to);
        }
    }

    private void remove() {
        SchemaDraft.Row row = row();
        if (uses(row) > 0) {
            tell(text("schema.used", row.name(), uses(row)));
        } else if (draft.classes().size() > 1) {
            int place = place();
            draft = draft.without(place);
            show(place);
        }
    }

    private long uses(SchemaDraft.Row row) {
        return row.origin().isPresent() ? uses.getOrDefault(row.origin().getAsInt(), 0L) : 0;
    }

    private void setSigma(int keypoint, String typed) {
        faultySigmas.remove(keypoint);
        try {
            double sigma = Double.parseDouble(typed);
            if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
                throw new NumberFormatException(typed);
            }
            draft = draft.withSigma(keypoint, sigma);
        } catch (NumberFormatException _) {
            faultySigmas.put(keypoint, typed);
        }
        tell("");
    }

    /// Says that, or else what keeps the draft from being taken.
    private void tell(String sentence) {
        Optional<String> fault =
                draft.faultyName()
                        .map(name -> text("schema.faulty-name", name))
                        .or(() ->
                                faultySigmas.entrySet().stream()
                                        .findFirst()
                                        .map(e -> faultySigma(e.getKey(), e.getValue())));
        message.setText(sentence.isEmpty() ? fault.orElse("") : sentence);
        dialog.getDialogPane().lookupButton(take).setDisable(fault.isPresent());
    }

    private String faultySigma(int keypoint, String typed) {
        return text("schema.faulty-sigma", project.schema().keypoints().get(keypoint), typed);
    }

    private static String hex(Color colour) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(255 * colour.getRed()),
                Math.round(255 * colour.getGreen()),
                Math.round(255 * colour.getBlue()));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(SchemaDialog.class, key, arguments);
    }
}
