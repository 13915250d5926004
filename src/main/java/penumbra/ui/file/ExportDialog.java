package penumbra.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import penumbra.format.export.Backgrounds;
import penumbra.format.export.ExportFormat;
import penumbra.format.export.ExportFormats;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.OutsideRule;
import penumbra.text.Texts;
import penumbra.ui.Theme;

/// Asks how and where a project is to be written as a data set.
public final class ExportDialog {

    /// What a person asked for.
    public record Order(ExportFormat format, Path destination, ExportOptions options) {}

    private final Dialog<Order> dialog = new Dialog<>();
    private final ComboBox<ExportFormat> format = new ComboBox<>();
    private final TextField destination = new TextField();
    private final Spinner<Integer> val = new Spinner<>(0, 99, 20, 5);
    private final ComboBox<Integer> dimensions = new ComboBox<>();
    private final ComboBox<OutsideRule> outside = new ComboBox<>();
    private final ComboBox<Backgrounds> backgrounds = new ComboBox<>();
    private final CheckBox flagged = new CheckBox(text("export.flagged"));

    /// @param projectFolder beside which the data set is proposed to lie
    public ExportDialog(Window owner, Path projectFolder) {
        ButtonType write = new ButtonType(text("export.write"), ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(text("export.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(form());
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(write, new ButtonType(text("cancel"), ButtonData.CANCEL_CLOSE));
        dialog.setResultConverter(button -> button == write ? order() : null);
        Theme.dress(dialog.getDialogPane().getScene());
        destination.setId("destination");
        destination.setText(
                projectFolder.resolveSibling(projectFolder.getFileName() + "-yolo").toString());
    }

    /// Shows the dialog and hands over what a person asked for.
    public void show(Consumer<Order> asked) {
        dialog.setOnHidden(_ -> Optional.ofNullable(dialog.getResult()).ifPresent(asked));
        dialog.show();
    }

    private Order order() {
        ExportOptions options =
                new ExportOptions(
                        val.getValue() / 100.0,
                        dimensions.getValue(),
                        outside.getValue(),
                        backgrounds.getValue(),
                        flagged.isSelected(),
                        false);
        return new Order(format.getValue(), Path.of(destination.getText()), options);
    }

    private Node form() {
        ExportOptions defaults = ExportOptions.DEFAULTS;
        fill(format, "format.", ExportFormats.ALL.getFirst(), ExportFormat::id);
        format.getItems().setAll(ExportFormats.ALL);
        fill(dimensions, "dimensions.", defaults.keypointDimensions(), String::valueOf);
        dimensions.getItems().setAll(3, 2);
        fill(outside, "outside.", defaults.outside(), OutsideRule::id);
        outside.getItems().setAll(OutsideRule.values());
        fill(backgrounds, "backgrounds.", defaults.backgrounds(), Backgrounds::id);
        backgrounds.getItems().setAll(Backgrounds.values());
        flagged.setSelected(defaults.flagged());
        val.setEditable(true);
        val.setPrefWidth(90);
        Button folder = new Button(text("folder"));
        folder.setMinWidth(Region.USE_PREF_SIZE);
        folder.setOnAction(_ -> choose(new DirectoryChooser().showDialog(dialog.getOwner())));
        HBox.setHgrow(destination, Priority.ALWAYS);
        destination.setPrefColumnCount(40);
        Form form = new Form();
        form.row(text("export.format"), format);
        form.row(text("export.destination"), new HBox(8, destination, folder));
        form.row(text("export.val"), val);
        form.row(text("export.dimensions"), dimensions);
        form.row(text("export.outside"), outside);
        form.row(text("export.backgrounds"), backgrounds);
        form.row("", flagged);
        return form.node();
    }

    private void choose(File chosen) {
        if (chosen != null) {
            destination.setText(chosen.toString());
        }
    }

    private static <T> void fill(ComboBox<T> box, String prefix, T value, Function<T, String> id) {
        box.setConverter(new Words<>(v -> text(prefix + id.apply(v))));
        box.setValue(value);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ExportDialog.class, key, arguments);
    }
}
