package penumbra.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import penumbra.geometry.CameraMatrix;
import penumbra.text.Texts;
import penumbra.ui.Theme;

/// Asks for the camera matrix of a project's pictures; with all fields empty there is none.
public final class CameraDialog {

    private final Dialog<Optional<CameraMatrix>> dialog = new Dialog<>();
    private final List<TextField> fields;
    private final Label fault = new Label();
    private final ButtonType use = new ButtonType(text("camera.use"), ButtonData.OK_DONE);

    /// @param now what is known
    public CameraDialog(Window owner, Optional<CameraMatrix> now) {
        Form form = new Form();
        fields = Stream.of("fx", "fy", "cx", "cy").map(name -> field(name, form)).toList();
        now.ifPresent(c -> {
            List<Double> numbers = List.of(c.fx(), c.fy(), c.cx(), c.cy());
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).setText(numbers.get(i).toString());
            }
        });
        Label note = new Label(text("camera.note"));
        note.getStyleClass().add("hint");
        fault.getStyleClass().add("search-error");
        fault.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> read().isPresent() ? "" : text("camera.wrong"), texts()));
        for (Label label : List.of(note, fault)) {
            label.setWrapText(true);
            label.setMaxWidth(460);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        dialog.initOwner(owner);
        dialog.setTitle(text("camera.title"));
        dialog.getDialogPane().setContent(new VBox(12, form.node(), note, fault));
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(use, new ButtonType(text("cancel"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane()
                .lookupButton(use)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(() -> read().isEmpty(), texts()));
        dialog.setResultConverter(button -> button == use ? read().orElseThrow() : null);
        Theme.dress(dialog.getDialogPane().getScene());
    }

    /// Shows the dialog and hands over what a person entered.
    public void show(Consumer<Optional<CameraMatrix>> entered) {
        dialog.setOnHidden(_ -> Optional.ofNullable(dialog.getResult()).ifPresent(entered));
        dialog.show();
    }

    private static TextField field(String name, Form form) {
        TextField field = new TextField();
        field.setId("camera-" + name);
        form.row(text("camera." + name), field);
        return field;
    }

    private Observable[] texts() {
        return fields.stream().map(TextField::textProperty).toArray(Observable[]::new);
    }

    /// What is entered: a camera, or none; empty where it is neither.
    private Optional<Optional<CameraMatrix>> read() {
        List<String> typed = fields.stream().map(f -> f.getText().strip()).toList();
        if (typed.stream().allMatch(String::isEmpty)) {
            return Optional.of(Optional.empty());
        }
        try {
            double[] n = typed.stream().mapToDouble(Double::parseDouble).toArray();
            return Optional.of(Optional.of(new CameraMatrix(n[0], n[1], n[2], n[3])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String text(String key) {
        return Texts.of(CameraDialog.class, key);
    }
}
