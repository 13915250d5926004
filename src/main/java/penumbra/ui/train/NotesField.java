package penumbra.ui.train;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import penumbra.file.AtomicFile;
import penumbra.run.RunFolder;
import penumbra.text.Texts;
import penumbra.ui.Background;

/// What a person writes about the run that is looked at; kept in its folder when the field is left.
final class NotesField {

    private final Background background;
    private final Runnable written;
    private final Consumer<Throwable> failed;
    private final TextArea area = new TextArea();
    private final VBox node;
    private Optional<RunFolder> run = Optional.empty();
    private String kept = "";

    /// @param written called once notes are on disk
    NotesField(Background background, Runnable written, Consumer<Throwable> failed) {
        this.background = background;
        this.written = written;
        this.failed = failed;
        area.setId("train-notes");
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.setAccessibleText(Texts.of(NotesField.class, "notes"));
        area.setPromptText(Texts.of(NotesField.class, "notes.prompt"));
        area.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        keep();
                    }
                });
        Label name = new Label(Texts.of(NotesField.class, "notes"));
        name.setLabelFor(area);
        node = new VBox(4, name, area);
        node.setDisable(true);
    }

    Node node() {
        return node;
    }

    void show(Optional<WatchedRun> next) {
        Optional<RunFolder> folder = next.map(WatchedRun::folder);
        if (!folder.equals(run)) {
            keep();
            run = folder;
            kept = next.map(r -> r.record().notes()).orElse("");
            area.setText(kept);
            node.setDisable(next.isEmpty());
        }
    }

    private void keep() {
        String now = area.getText();
        if (run.isEmpty() || now.equals(kept)) {
            return;
        }
        kept = now;
        RunFolder folder = run.get();
        background.start(
                Texts.of(NotesField.class, "notes.keeping"),
                _ -> {
                    AtomicFile.write(folder.notes(), now.getBytes(StandardCharsets.UTF_8));
                    return folder;
                },
                _ -> written.run(),
                failed);
    }
}
