package penumbra.ui.list;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import penumbra.edit.Edit;
import penumbra.edit.filter.ImageFilter;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.text.Texts;
import penumbra.ui.Studio;

/// The pictures of the project with their state, and a line to search among them. Choosing one
/// shows it.
public final class PictureList {

    private final Studio studio;
    private final ListView<LabelledImage> list = new ListView<>();
    private final Label counts = new Label();
    private final SearchLine search;
    private final VBox node;

    public PictureList(Studio studio, Previews previews) {
        this.studio = studio;
        search = new SearchLine(studio.schema(), this::search, list::requestFocus);
        list.setItems(studio.pictures().shown());
        list.setCellFactory(_ -> new PictureCell(studio.schema(), previews));
        list.setFixedCellSize(PictureCell.HEIGHT);
        list.setId("pictures");
        list.setAccessibleText(text("list.name"));
        list.setPlaceholder(new Label(text("list.empty")));
        list.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> show(chosen));
        studio.pictureProperty().subscribe(this::follow);
        studio.onEdit(this::count);
        counts.getStyleClass().add("counts");
        counts.setPadding(new Insets(0, 4, 0, 4));
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(6, search.node(), counts, list);
        node.getStyleClass().add("picture-list");
        node.setPadding(new Insets(8));
        count();
    }

    public Node node() {
        return node;
    }

    /// The list itself, where arrows go from picture to picture.
    public Node pictures() {
        return list;
    }

    /// Puts the caret into the search line.
    public void focusSearch() {
        search.focus();
    }

    private void show(LabelledImage chosen) {
        if (chosen != null) {
            studio.show(chosen.id());
        }
    }

    /// Selects the picture that is shown, and scrolls to it when it is out of sight.
    private void follow(Optional<LabelledImage> picture) {
        int at = picture.map(p -> studio.pictures().place(p.id())).orElse(-1);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 2));
        }
    }

    private void search(ImageFilter filter) {
        studio.pictures().search(image -> filter.matches(image, studio.schema()));
        follow(studio.pictureProperty().get());
        count();
    }

    private void count(Edit edit) {
        if (edit.before()
                .map(LabelledImage::state)
                .equals(edit.after().map(LabelledImage::state))) {
            return;
        }
        count();
    }

    private void count() {
        Map<LabelState, Integer> of = new EnumMap<>(LabelState.class);
        studio.pictures().shown().forEach(image -> of.merge(image.state(), 1, Integer::sum));
        int shown = studio.pictures().shown().size();
        int done = shown - of.getOrDefault(LabelState.UNLABELLED, 0);
        counts.setText(text("list.counts", shown, studio.pictures().count(), done));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PictureList.class, key, arguments);
    }
}
