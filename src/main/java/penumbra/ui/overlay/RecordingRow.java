package penumbra.ui.overlay;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import penumbra.text.Texts;
import penumbra.ui.Sentence;

/// Where a file of a run is chosen, and read again as the run goes on. A file that was chosen
/// before is read by itself.
final class RecordingRow {

    private final OverlayLayer<?> layer;
    private final Parameter parameter;
    private final RecordingFiles files;
    private final Label name = new Label();
    private final Label refusal = new Label();
    private final Button again = new Button(text("run.again"));
    private final VBox node;

    RecordingRow(OverlayLayer<?> layer, Parameter parameter, RecordingFiles files) {
        this.layer = layer;
        this.parameter = parameter;
        this.files = files;
        String id = "overlay-" + layer.overlay().id() + "-" + parameter.name();
        Button choose = new Button(text("run.choose"));
        choose.setId(id);
        choose.setOnAction(_ -> choose());
        choose.getStyleClass().add("small");
        again.setId(id + "-again");
        again.getStyleClass().add("small");
        again.setOnAction(_ -> read(Path.of(recording().path())));
        name.setId(id + "-name");
        name.setWrapText(true);
        name.getStyleClass().add("hint");
        refusal.setId(id + "-refusal");
        refusal.setWrapText(true);
        refusal.getStyleClass().add("plate-warning");
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        node = new VBox(6, new HBox(6, choose, again), name, refusal);
        layer.settingsProperty().subscribe(_ -> show());
        if (!recording().path().isEmpty() && !recording().read()) {
            read(Path.of(recording().path()));
        }
    }

    Node node() {
        return node;
    }

    private Recording recording() {
        return (Recording) parameter.get(layer.settingsProperty().get());
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("run.title"));
        String pattern = recording().pattern();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
        files.beside(recording()).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showOpenDialog(node.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::read);
    }

    /// Takes a file that is such a recording, and says why another is not.
    void read(Path file) {
        files.background()
                .start(
                        Texts.of(RecordingRow.class, "run.reading", file),
                        _ -> recording().from(file),
                        read -> {
                            refusal.setText("");
                            layer.set(parameter, read);
                        },
                        failure -> refusal.setText(Sentence.of(failure)));
    }

    private void show() {
        String path = recording().path();
        boolean chosen = !path.isEmpty();
        again.setVisible(chosen);
        name.setText(chosen ? recording().name() : text("run.none"));
        name.setTooltip(chosen ? new Tooltip(path) : null);
    }

    private static String text(String key) {
        return Texts.of(RecordingRow.class, key);
    }
}
