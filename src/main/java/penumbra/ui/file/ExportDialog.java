package penumbra.ui.file;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.concurrent.Task;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import javafx.util.Duration;
import penumbra.format.export.Backgrounds;
import penumbra.format.export.ExportFormat;
import penumbra.format.export.ExportFormats;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ExportReport;
import penumbra.format.export.OutsideRule;
import penumbra.format.export.Split;
import penumbra.model.Project;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Sentence;
import penumbra.ui.Theme;

/// Asks how and where a project is to be written as a data set. What would be written and what left
/// out, and why, is shown before anything is.
public final class ExportDialog {

    /// What a person asked for.
    public record Order(ExportFormat format, Path destination, ExportOptions options) {}

    /// What is typed is looked at once a person rests for so long.
    private static final Duration TYPING = Duration.millis(250);

    private final Dialog<Order> dialog = new Dialog<>();
    private final ComboBox<ExportFormat> format = new ComboBox<>();
    private final TextField destination = new TextField();
    private final Spinner<Integer> val = new Spinner<>(0, 99, 20, 5);
    private final ComboBox<Integer> dimensions = new ComboBox<>();
    private final ComboBox<OutsideRule> outside = new ComboBox<>();
    private final ComboBox<Backgrounds> backgrounds = new ComboBox<>();
    private final CheckBox flagged = new CheckBox(text("export.flagged"));
    private final Label summary = new Label();
    private final TextArea findings = FindingsDialog.area(List.of());
    private final ButtonType write = new ButtonType(text("export.write"), ButtonData.OK_DONE);
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final Project project;
    private final Path projectFolder;
    private final Background background;
    private Optional<Task<ExportReport>> looking = Optional.empty();

    /// @param projectFolder beside which the data set is proposed to lie
    public ExportDialog(Window owner, Project project, Path projectFolder, Background background) {
        this.project = project;
        this.projectFolder = projectFolder;
        this.background = background;
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
        outside.setId("export-outside");
        destination.setText(
                projectFolder.resolveSibling(projectFolder.getFileName() + "-yolo").toString());
        typing.setOnFinished(_ -> preview());
        destination.textProperty().subscribe((_, _) -> changed());
        val.valueProperty().subscribe((_, _) -> changed());
        for (ComboBox<?> box : List.of(format, dimensions, outside, backgrounds)) {
            box.valueProperty().subscribe((_, _) -> preview());
        }
        flagged.selectedProperty().subscribe((_, _) -> preview());
        preview();
    }

    /// Shows the dialog and hands over what a person asked for.
    public void show(Consumer<Order> asked) {
        dialog.setOnHidden(_ -> {
            forget();
            Optional.ofNullable(dialog.getResult()).ifPresent(asked);
        });
        dialog.show();
    }

    private void changed() {
        button().setDisable(true);
        typing.playFromStart();
    }

    /// What was asked before is no longer of interest.
    private void forget() {
        typing.stop();
        looking.ifPresent(Task::cancel);
        looking = Optional.empty();
    }

    /// Looks on a worker at what would be written.
    private void preview() {
        forget();
        button().setDisable(true);
        summary.setText(text("export.looking"));
        Order order;
        try {
            order = order();
        } catch (InvalidPathException e) {
            refuse(text("export.path", e.getInput()));
            return;
        }
        looking =
                Optional.of(
                        background.start(
                                text("export.looking"),
                                progress ->
                                        order.format()
                                                .preview(
                                                        project,
                                                        projectFolder,
                                                        order.destination(),
                                                        order.options(),
                                                        progress),
                                this::answer,
                                failure -> refuse(Sentence.of(failure))));
    }

    private void answer(ExportReport report) {
        button().setDisable(false);
        summary.setText(summaryOf(report));
        findings.setText(FindingsDialog.text(report.findings()));
    }

    private void refuse(String sentence) {
        button().setDisable(true);
        summary.setText(sentence);
        findings.setText("");
    }

    private String summaryOf(ExportReport report) {
        ExportReport.Counts train = report.splits().get(Split.TRAIN);
        ExportReport.Counts validation = report.splits().get(Split.VAL);
        return text(
                "export.would",
                train.pictures() + validation.pictures(),
                train.targets() + validation.targets(),
                train.pictures(),
                train.targets(),
                validation.pictures(),
                validation.targets(),
                train.backgrounds() + validation.backgrounds(),
                project.images().size() - report.files().size());
    }

    private Node button() {
        return dialog.getDialogPane().lookupButton(write);
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
        summary.setWrapText(true);
        summary.setId("export-summary");
        summary.setMinHeight(40);
        VBox.setVgrow(findings, Priority.ALWAYS);
        findings.setPrefHeight(200);
        return new VBox(12, form.node(), summary, findings);
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
