package penumbra.ui.calibrate;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import penumbra.edit.Document;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.Labelling;

/// The picture of one plate of a second look, without the labels it has; what is labelled here goes
/// nowhere until it is asked for.
final class BlindLabels implements Labelling {

    private final ReadOnlyObjectWrapper<Optional<LabelledImage>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Selection>> selection =
            new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty currentClass = new SimpleIntegerProperty();
    private final LabelEdits edits;
    private Document document;

    /// @param blind a project of one picture without labels
    BlindLabels(Project blind, String annotator) {
        edits = LabelEdits.by(annotator);
        show(blind);
    }

    /// Begins with another picture, or anew with the same one.
    void show(Project blind) {
        document = new Document(blind);
        selection.set(Optional.empty());
        picture.set(Optional.empty());
        follow();
    }

    /// The plate, once it is there.
    Optional<Target> drawn() {
        return picture.get().flatMap(p -> p.targets().stream().findFirst());
    }

    void undo() {
        document.undo().ifPresent(_ -> follow());
    }

    void redo() {
        document.redo().ifPresent(_ -> follow());
    }

    @Override
    public Schema schema() {
        return document.project().schema();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<LabelledImage>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    @Override
    public ObjectProperty<Optional<Selection>> selectionProperty() {
        return selection;
    }

    @Override
    public IntegerProperty currentClassProperty() {
        return currentClass;
    }

    @Override
    public LabelEdits edits() {
        return edits;
    }

    @Override
    public boolean apply(Edit edit) {
        document.apply(edit);
        follow();
        return true;
    }

    private void follow() {
        picture.set(document.project().images().stream().findFirst());
    }
}
