package penumbra.ui;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

/// What a canvas shows and labels: a picture of the project that is open, or one whose labels are
/// hidden for a second look. Owned by the thread of the window.
public interface Labelling {

    Schema schema();

    /// The picture that is shown, as it is now; empty when there is none.
    ReadOnlyObjectProperty<Optional<LabelledImage>> pictureProperty();

    /// What is selected in the picture that is shown.
    ObjectProperty<Optional<Selection>> selectionProperty();

    /// The class that the next plate gets.
    IntegerProperty currentClassProperty();

    /// Edits in the name of the person who works here.
    LabelEdits edits();

    /// Makes an edit.
    ///
    /// @return false when nothing can be edited
    boolean apply(Edit edit);
}
