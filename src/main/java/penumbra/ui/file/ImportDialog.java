package penumbra.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import penumbra.format.ExistingRule;
import penumbra.format.Formats;
import penumbra.format.ImportPlan;
import penumbra.format.LabelFormat;
import penumbra.model.Project;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Sentence;
import penumbra.ui.Studio;
import penumbra.ui.Theme;

/// Labels of another tool into the project that is open: what would come in is shown before it
/// does.
public final class ImportDialog {

    private final Studio studio;
    private final Background background;
    private final Dialog<ImportPlan> dialog = new Dialog<>();
    private final TextField source = new TextField();
    private final ComboBox<LabelFormat> format = new ComboBox<>();
    private final ComboBox<ExistingRule> existing = new ComboBox<>();
    private final Label summary = new Label();
    private final TextArea findings = FindingsDialog.area(List.of());
    private final ButtonType take = new ButtonType(text("import.take"), ButtonData.OK_DONE);
    private Optional<ImportPlan> plan = Optional.empty();
    private int asked;

    /// @param beside what is proposed to be imported
    public ImportDialog(
            Window owner, Studio studio, Background background, Optional<LabelsBeside> beside) {
        this.studio = studio;
        this.background = background;
        dialog.initOwner(owner);
        dialog.setTitle(text("import.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(form());
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(take, new ButtonType(text("cancel"), ButtonData.CANCEL_CLOSE));
        dialog.setResultConverter(b -> b == take ? plan.orElse(null) : null);
        Theme.dress(dialog.getDialogPane().getScene());
        source.setText(beside.map(LabelsBeside::source).orElse(studio.file().folder()).toString());
        format.setValue(beside.map(LabelsBeside::format).orElse(Formats.ALL.getFirst()));
        existing.setValue(ExistingRule.KEEP);
        source.setOnAction(_ -> preview());
        format.valueProperty().addListener((_, _, _) -> preview());
        existing.valueProperty().addListener((_, _, _) -> preview());
        preview();
    }

    /// Shows the dialog and hands over the plan that a person agreed to.
    public void show(Consumer<ImportPlan> agreed) {
        dialog.setOnHidden(_ -> Optional.ofNullable(dialog.getResult()).ifPresent(agreed));
        dialog.show();
    }

    private Node form() {
        format.getItems().setAll(Formats.ALL);
        format.setConverter(new Words<>(f -> text("format." + f.id())));
        existing.getItems().setAll(ExistingRule.values());
        existing.setConverter(
                new Words<>(r -> text("existing." + r.name().toLowerCase(Locale.ROOT))));
        Button folder = new Button(text("folder"));
        folder.setMinWidth(Region.USE_PREF_SIZE);
        folder.setOnAction(_ -> choose(new DirectoryChooser().showDialog(window())));
        Button file = new Button(text("file"));
        file.setMinWidth(Region.USE_PREF_SIZE);
        file.setOnAction(_ -> choose(new FileChooser().showOpenDialog(window())));
        HBox.setHgrow(source, Priority.ALWAYS);
        source.setPrefColumnCount(40);
        Form form = new Form();
        form.row(text("import.source"), new HBox(8, source, folder, file));
        form.row(text("import.format"), format);
        form.row(text("import.existing"), existing);
        summary.setWrapText(true);
        VBox.setVgrow(findings, Priority.ALWAYS);
        return new VBox(12, form.node(), summary, findings);
    }

    private Window window() {
        return dialog.getDialogPane().getScene().getWindow();
    }

    private void choose(File chosen) {
        if (chosen != null) {
            source.setText(chosen.toString());
            preview();
        }
    }

    /// Plans the import on a worker; only the answer to the last question counts.
    private void preview() {
        int question = ++asked;
        plan = Optional.empty();
        button().setDisable(true);
        summary.setText(text("import.reading"));
        Project project = studio.project();
        Path place = Path.of(source.getText());
        LabelFormat chosen = format.getValue();
        ExistingRule rule = existing.getValue();
        Path folder = studio.file().folder();
        String annotator = studio.edits().annotator();
        background.start(
                text("import.reading"),
                _ ->
                        ImportPlan.of(
                                Optional.of(project),
                                folder,
                                chosen.read(place, annotator),
                                Map.of(),
                                rule),
                found -> answer(question, Optional.of(found), summaryOf(found)),
                failure -> answer(question, Optional.empty(), Sentence.of(failure)));
    }

    private void answer(int question, Optional<ImportPlan> found, String sentence) {
        if (question == asked) {
            plan = found.filter(p -> !p.edits().isEmpty());
            button().setDisable(plan.isEmpty());
            summary.setText(sentence);
            findings.setText(found.map(p -> FindingsDialog.text(p.findings())).orElse(""));
        }
    }

    private static String summaryOf(ImportPlan plan) {
        ImportPlan.Counts counts = plan.counts();
        return text(
                "import.would",
                counts.targetsIn(),
                counts.picturesNew(),
                counts.picturesChanged(),
                counts.picturesKept(),
                counts.refused());
    }

    private Node button() {
        return dialog.getDialogPane().lookupButton(take);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ImportDialog.class, key, arguments);
    }
}
