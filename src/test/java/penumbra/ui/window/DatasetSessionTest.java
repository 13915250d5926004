package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Selection;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.pose.TargetPose;
import penumbra.ui.Shortcut;

/// What a person does with the view of the data set, and what it looks like.
class DatasetSessionTest extends Screenshots {

    private static final Size SIZE = new Size(1280, 1024);

    @Start
    void start(Stage stage) {
        begin(stage);
    }

    /// Opens the pictures and labels those before that one.
    private void labelled(int pictures) {
        open.open(home.resolve("match"));
        inWindow(() -> {
            open.window.dismissHint();
            for (int i = 0; i < pictures; i++) {
                open.studio().show(open.studio().pictures().all().get(i).id());
                for (Target truth : SyntheticScene.render(5, i, SIZE).truth()) {
                    LabelledImage now = open.studio().pictureProperty().get().orElseThrow();
                    open.studio()
                            .apply(
                                    open.studio()
                                            .edits()
                                            .add(
                                                    now,
                                                    truth.classIndex(),
                                                    truth.keypoints().stream()
                                                            .map(Keypoint::at)
                                                            .toList()));
                }
            }
        });
    }

    private void openView() {
        inWindow(() -> open.window.commands().run(Shortcut.DATASET));
        open.settle();
    }

    private <T extends Node> T inView(Class<T> kind, String selector) {
        return OpenWindow.fx(() -> kind.cast(otherWindow().getScene().lookup(selector)));
    }

    private String text(String selector) {
        return OpenWindow.fx(() -> inView(Label.class, selector).getText());
    }

    private String search() {
        return OpenWindow.fx(() -> only(TextField.class, "#search").getText());
    }

    private int shown() {
        return open.studio().pictures().shown().size();
    }

    @Test
    void aBarAndACellOfTheMapLeadToTheirPictures() throws IOException {
        labelled(3);
        openView();
        inWindow(() -> inView(Button.class, "#bar-plates-0").fire());
        OpenWindow.until(() -> shown() == 3);
        assertThat(search()).isEqualTo("plates:0");
        Canvas map = inView(Canvas.class, "#dataset-map");
        List<String> seen = new ArrayList<>();
        inWindow(() -> {
            press(map, KeyCode.RIGHT);
            for (int i = 0; i < 16 * 13; i++) {
                String cell = inView(Label.class, "#dataset-cell").getText();
                if (seen.isEmpty() && !cell.endsWith("training 0, validation 0")) {
                    seen.add(cell);
                    press(map, KeyCode.ENTER);
                }
                if (i % 16 == 15) {
                    press(map, KeyCode.DOWN);
                    for (int back = 0; back < 16; back++) {
                        press(map, KeyCode.LEFT);
                    }
                } else {
                    press(map, KeyCode.RIGHT);
                }
            }
        });
        assertThat(seen).hasSize(1);
        OpenWindow.until(() -> search().startsWith("place:") && shown() < 3);
        assertThat(shown()).isPositive();
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Test
    void brightnessIsMeasuredWhileTheViewIsOpenAndThenFindsPictures() throws IOException {
        labelled(2);
        Files.delete(home.resolve("match/frame-6.png"));
        openView();
        assertThat(text("#dataset-light")).contains("6 of 6", "1 of them cannot be read");
        assertThat(OpenWindow.fx(() -> inView(Button.class, "#dataset-measure").isVisible()))
                .isFalse();
        inWindow(() -> open.studio().searchProperty().set("exposure<100%"));
        OpenWindow.until(() -> shown() == 5);
        inWindow(() -> open.studio().searchProperty().set("brightness>0%"));
        OpenWindow.until(() -> shown() == 2);
        double exposure =
                OpenWindow.fx(() ->
                        open.studio()
                                .lightProperty()
                                .get()
                                .exposure(open.studio().pictures().all().getFirst())
                                .orElseThrow());
        assertThat(exposure).isStrictlyBetween(0.0, 0.5);
    }

    @Test
    void measuringIsCancelledAndGoesOnWhereItWasLeft() throws IOException {
        labelled(1);
        inWindow(() -> {
            open.window.commands().run(Shortcut.DATASET);
            inView(Button.class, "#dataset-measure").fire();
        });
        open.settle();
        OpenWindow.until(() -> text("#dataset-light").startsWith("Brightness is measured"));
        int missing =
                OpenWindow.fx(() ->
                        (int)
                                open.studio().pictures().all().stream()
                                        .filter(open.studio().lightProperty().get()::lacks)
                                        .count());
        assertThat(missing).isPositive();
        inWindow(() -> inView(Button.class, "#dataset-measure").fire());
        open.settle();
        OpenWindow.until(() -> text("#dataset-light").contains("6 of 6"));
    }

    @Test
    void sharesHoldValidationAgainstTraining() throws IOException {
        labelled(3);
        openView();
        inWindow(() -> {
            inView(CheckBox.class, "#dataset-shares").fire();
            otherWindow().getScene().getRoot().applyCss();
        });
        Button bar = inView(Button.class, "#bar-state-labelled");
        double[] widths =
                OpenWindow.fx(() ->
                        Stream.of(".bar-train", ".bar-val")
                                .mapToDouble(part -> ((Region) bar.lookup(part)).getMinWidth())
                                .toArray());
        // Three of the five to train with, not the one for validation; all of that is the longest.
        assertThat(widths).containsExactly(0.6 * 190, 0);
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> table() {
        return inView(TableView.class, "#dataset-table");
    }

    private List<String> column(String id) {
        return OpenWindow.fx(() -> {
            TableColumn<Object, ?> column =
                    table().getColumns().stream()
                            .filter(c -> c.getId().equals("plates-" + id))
                            .findFirst()
                            .orElseThrow();
            return table().getItems().stream()
                    .map(row -> (String) column.getCellObservableValue(row).getValue())
                    .toList();
        });
    }

    private void sortBy(String id, TableColumn.SortType type) {
        inWindow(() -> {
            TableColumn<Object, ?> column =
                    table().getColumns().stream()
                            .filter(c -> c.getId().equals("plates-" + id))
                            .findFirst()
                            .orElseThrow();
            column.setSortType(type);
            table().getSortOrder().setAll(List.of(column));
            table().sort();
        });
    }

    @Test
    void platesAreSortedByDistanceOnceTheCameraIsKnownAndEnterShowsOne() throws IOException {
        labelled(3);
        openView();
        assertThat(text("#dataset-pose")).contains("need the camera matrix");
        assertThat(column("distance")).isNotEmpty().containsOnly("");
        assertThat(column("bar")).doesNotContain("");
        CameraMatrix camera = new CameraMatrix(1250, 1250, 640, 512);
        inWindow(() -> open.studio().cameraProperty().set(Optional.of(camera)));
        open.settle();
        assertThat(text("#dataset-pose")).contains("assumed");
        sortBy("distance", TableColumn.SortType.DESCENDING);
        List<Double> down = column("distance").stream().map(Double::valueOf).toList();
        assertThat(down).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        sortBy("distance", TableColumn.SortType.ASCENDING);
        assertThat(column("distance").stream().map(Double::valueOf).toList()).isSorted();
        assertThat(column("yaw-deviation")).doesNotContain("");
        inWindow(() -> {
            table().getSelectionModel().select(0);
            press(table(), KeyCode.ENTER);
        });
        Selection selected =
                OpenWindow.fx(() -> open.studio().selectionProperty().get().orElseThrow());
        LabelledImage picture = open.picture();
        assertThat(picture.id()).isEqualTo(selected.imageId());
        Target nearest = OpenWindow.fx(() -> open.studio().selected().orElseThrow());
        assertThat(TargetPose.distance(nearest, open.studio().schema(), camera).orElseThrow())
                .isCloseTo(down.getLast(), within(0.0005000001));
    }

    @Test
    void bothTabsInEveryDress() throws IOException {
        labelled(6);
        inWindow(() ->
                open.studio()
                        .cameraProperty()
                        .set(Optional.of(new CameraMatrix(1250, 1250, 640, 512))));
        shootDialog("dataset", () -> open.window.commands().run(Shortcut.DATASET));
        shootDialog(
                "dataset-plates",
                () -> {
                    open.window.commands().run(Shortcut.DATASET);
                    ((TabPane) otherWindow().getScene().getRoot()).getSelectionModel().select(1);
                });
        shootDialog(
                "dataset-shares",
                () -> {
                    open.window.commands().run(Shortcut.DATASET);
                    ((CheckBox) otherWindow().getScene().lookup("#dataset-shares")).fire();
                });
    }
}
