package penumbra.ui.inspect;

import java.util.Optional;
import javafx.scene.control.TextArea;
import penumbra.model.LabelledImage;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.Studio;
import penumbra.ui.WholeCharacters;

/// What is said about the picture that is shown. Every change is an edit at once, so that nothing
/// that was typed can be lost; for undo, typing is one step.
final class NoteField {

    private final Studio studio;
    private final TextArea area = new TextArea();
    private boolean showing;

    NoteField(Studio studio) {
        this.studio = studio;
        area.setId("note");
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.setMinHeight(62);
        area.setPromptText(text("note.prompt"));
        area.setAccessibleText(text("note.title"));
        area.setTextFormatter(WholeCharacters.formatter());
        area.textProperty().subscribe((_, typed) -> take(typed));
        Fx.whileShown(area, () -> studio.pictureProperty().subscribe(this::show));
        Fx.whileShown(
                area,
                () -> studio.refusalProperty().subscribe(why -> area.setEditable(why.isEmpty())));
    }

    TextArea area() {
        return area;
    }

    private void show(Optional<LabelledImage> picture) {
        String note = picture.map(LabelledImage::note).orElse("");
        area.setDisable(picture.isEmpty());
        if (!note.equals(area.getText())) {
            showing = true;
            area.setText(note);
            showing = false;
        }
    }

    private void take(String typed) {
        if (!showing) {
            studio.pictureProperty()
                    .get()
                    .flatMap(p -> studio.edits().setNote(p, typed))
                    .ifPresent(studio::apply);
        }
    }

    private static String text(String key) {
        return Texts.of(NoteField.class, key);
    }
}
