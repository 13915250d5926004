package penumbra.ui.calibrate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import penumbra.model.BlindLook;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.text.Texts;
import penumbra.uncertainty.measure.LookStudy;

/// Keypoints to look at again: those in another order in the two looks, and those too far apart. A
/// click or Enter goes to the plate.
final class RevisitList {

    private static final double ROW = 28;

    /// @param swapped whether the two looks differ in order, not in place
    private record Row(LookStudy.Place place, boolean swapped) {}

    private final Project project;
    private final Consumer<BlindLook> goTo;
    private final ListView<Row> list = new ListView<>();
    private final VBox node;

    RevisitList(LookStudy.Measured all, Project project, Consumer<BlindLook> goTo) {
        this.project = project;
        this.goTo = goTo;
        List<Row> rows =
                Stream.concat(
                                all.swapped().stream().map(p -> new Row(p, true)),
                                all.outliers().stream().map(p -> new Row(p, false)))
                        .toList();
        list.getItems().setAll(rows);
        list.setId("result-revisit");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * 6 + 2);
        list.setMinHeight(ROW * 3);
        list.setAccessibleText(text("revisit.title", rows.size()));
        list.setPlaceholder(new Label(text("revisit.none")));
        list.setCellFactory(_ -> new Cell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                go(list.getSelectionModel().getSelectedItem());
            }
        });
        Label title = new Label(text("revisit.title", rows.size()));
        title.getStyleClass().add("heading");
        title.setLabelFor(list);
        node = new VBox(6, title, list);
    }

    Node node() {
        return node;
    }

    private void go(Row row) {
        Optional.ofNullable(row).ifPresent(r -> goTo.accept(r.place().look()));
    }

    private String words(Row row) {
        BlindLook look = row.place().look();
        int k = row.place().keypoint();
        Optional<LabelledImage> image = project.image(look.imageId());
        int classIndex = look.first().classIndex();
        String className =
                classIndex < project.schema().classes().size()
                        ? project.schema().classes().get(classIndex).name()
                        : String.valueOf(classIndex);
        double apart =
                look.first()
                        .keypoints()
                        .get(k)
                        .at()
                        .distance(look.second().keypoints().get(k).at());
        return text(
                row.swapped() ? "revisit.swapped" : "revisit.apart",
                className,
                project.schema().keypoints().get(k),
                image.map(LabelledImage::path).orElseGet(() -> text("revisit.gone")),
                String.format(Locale.ROOT, "%.1f", apart),
                look.annotator());
    }

    private final class Cell extends ListCell<Row> {

        Cell() {
            setOnMouseClicked(_ -> go(getItem()));
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty ? "" : words(row));
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(RevisitList.class, key, arguments);
    }
}
