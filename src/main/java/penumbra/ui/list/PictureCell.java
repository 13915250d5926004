package penumbra.ui.list;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// One picture in the list: thumbnail, name, how many plates, state.
final class PictureCell extends ListCell<LabelledImage> {

    static final double HEIGHT = 58;

    private static final double THUMBNAIL_WIDTH = 64;
    private static final double THUMBNAIL_HEIGHT = 46;

    private final Schema schema;
    private final Previews previews;
    private final ImageView thumbnail = new ImageView();
    private final Label name = new Label();
    private final Label plates = new Label();
    private final FontIcon state = new FontIcon();
    private final HBox row;
    private Runnable withdraw = () -> {};
    private long asked = -1;

    PictureCell(Schema schema, Previews previews) {
        this.schema = schema;
        this.previews = previews;
        thumbnail.setPreserveRatio(true);
        thumbnail.setFitWidth(THUMBNAIL_WIDTH);
        thumbnail.setFitHeight(THUMBNAIL_HEIGHT);
        StackPane frame = new StackPane(thumbnail);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
        frame.setMaxSize(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
        name.setMinWidth(0);
        plates.getStyleClass().add("plates");
        plates.setMinWidth(0);
        VBox words = new VBox(2, name, plates);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(8, frame, words, state);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        getStyleClass().add("picture-cell");
    }

    @Override
    protected void updateItem(LabelledImage image, boolean empty) {
        super.updateItem(image, empty);
        if (empty || image == null) {
            withdraw.run();
            asked = -1;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (asked != image.id()) {
            withdraw.run();
            asked = image.id();
            thumbnail.setImage(null);
            withdraw = previews.ask(image, thumbnail::setImage);
        }
        name.setText(nameOf(image));
        plates.setText(platesOf(image));
        state.setIconCode(icon(image.state()));
        String word =
                Texts.of(
                        PictureCell.class,
                        "state." + image.state().name().toLowerCase(Locale.ROOT));
        state.getStyleClass()
                .setAll(
                        "ikonli-font-icon",
                        "state-" + image.state().name().toLowerCase(Locale.ROOT));
        setAccessibleText(
                Texts.of(
                        PictureCell.class,
                        "cell.name",
                        name.getText(),
                        word,
                        image.targets().size(),
                        plates.getText()));
        setGraphic(row);
    }

    private static String nameOf(LabelledImage image) {
        return image.path().substring(image.path().lastIndexOf('/') + 1);
    }

    private String platesOf(LabelledImage image) {
        return image.targets().isEmpty()
                ? Texts.of(PictureCell.class, "plates.none")
                : String.join(
                        " ",
                        image.targets().stream()
                                .map(t -> schema.classNames().get(t.classIndex()))
                                .toList());
    }

    private static Ikon icon(LabelState state) {
        return switch (state) {
            case UNLABELLED -> MaterialDesignC.CIRCLE_OUTLINE;
            case LABELLED -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case REVIEWED -> MaterialDesignC.CHECK_DECAGRAM;
            case FLAGGED -> MaterialDesignF.FLAG;
        };
    }
}
