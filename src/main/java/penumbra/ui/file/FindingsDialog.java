package penumbra.ui.file;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import penumbra.format.Finding;
import penumbra.text.Texts;
import penumbra.ui.Theme;

/// Shows findings line by line, what was refused first, or what lies behind a failure, as text that
/// can be copied.
public final class FindingsDialog {

    private FindingsDialog() {}

    public static void show(Window owner, List<Finding> findings) {
        show(owner, area(findings));
    }

    public static void show(Window owner, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        show(owner, trace.toString());
    }

    /// Shows lines as they are.
    public static void show(Window owner, String lines) {
        TextArea area = area(List.of());
        area.setText(lines);
        area.setWrapText(false);
        show(owner, area);
    }

    private static void show(Window owner, TextArea area) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of(FindingsDialog.class, "findings.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(new VBox(area));
        dialog.getDialogPane()
                .getButtonTypes()
                .add(
                        new ButtonType(
                                Texts.of(FindingsDialog.class, "close"), ButtonData.CANCEL_CLOSE));
        Theme.dress(dialog.getDialogPane().getScene());
        dialog.show();
    }

    /// The findings as text that cannot be edited.
    static TextArea area(List<Finding> findings) {
        TextArea area = new TextArea(text(findings));
        area.setEditable(false);
        area.setAccessibleText(Texts.of(FindingsDialog.class, "findings.title"));
        area.setWrapText(true);
        area.setPrefSize(820, 320);
        area.getStyleClass().add("findings");
        return area;
    }

    static String text(List<Finding> findings) {
        return findings.stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .map(f ->
                        Texts.of(
                                FindingsDialog.class,
                                "finding." + f.severity().name().toLowerCase(Locale.ROOT),
                                f))
                .collect(Collectors.joining("\n"));
    }
}
