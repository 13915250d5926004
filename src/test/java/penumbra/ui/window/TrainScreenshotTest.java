package penumbra.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import penumbra.run.MadeUpRun;
import penumbra.run.RunFolder;
import penumbra.ui.Workspace;
import penumbra.ui.train.TrainWorkspace;

/// Photographs the pages of the Train workspace with recorded runs in it.
class TrainScreenshotTest extends Screenshots {

    private static final int PICTURES = 6;
    private static final List<String> PAGES =
            List.of("overview", "runs", "sigma", "surface", "landscape", "pictures");

    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private Path runs() {
        return home.resolve("match").resolve("runs").resolve("pose");
    }

    private void record(String name, String loss, double scatter) throws IOException {
        Files.createDirectories(runs());
        RunFolder run =
                new MadeUpRun(loss, 1, scatter, 0.05, 12, PICTURES).into(runs().resolve(name));
        Files.writeString(run.notes(), "a try with " + loss);
    }

    /// The pictures that the recorded plates are in.
    private void pictures() throws IOException {
        Path images = Files.createDirectories(home.resolve("match").resolve("images"));
        for (int i = 0; i < PICTURES; i++) {
            Files.copy(
                    home.resolve("match").resolve("frame-" + (i + 1) + ".png"),
                    images.resolve(String.format(Locale.ROOT, "%03d.png", i)));
        }
    }

    private void page(String id) throws IOException {
        page(id, "train-" + id);
    }

    private void page(String id, String name) throws IOException {
        inWindow(() -> open.window.setWorkspace(Workspace.TRAIN));
        OpenWindow.until(() -> open.window.train().isPresent());
        inEveryDress(
                name,
                () -> {
                    inWindow(() -> only(ToggleButton.class, "#train-page-" + id).fire());
                    OpenWindow.until(
                            () -> open.window.train().filter(TrainWorkspace::settled).isPresent());
                    return open.photograph();
                });
    }

    @Test
    void everyPageOfARecordedRun() throws IOException {
        pictures();
        record("helium-1", "helium", 1.2);
        record("l1-1", "l1", 2);
        open.open(home.resolve("match"));
        label();
        inWindow(open.window::dismissHint);
        for (String id : PAGES) {
            page(id);
        }
    }

    @Test
    void theLandscapeInSpaceWithTheWayOfTraining() throws IOException {
        record("helium-1", "helium", 1.2);
        open.open(home.resolve("match"));
        inWindow(() -> open.window.setWorkspace(Workspace.TRAIN));
        OpenWindow.until(() -> open.window.train().isPresent());
        inWindow(() -> only(ToggleButton.class, "#train-page-landscape").fire());
        inWindow(() -> only(ToggleButton.class, "#landscape-path").fire());
        page("landscape", "train-landscape-path");
        inWindow(() -> only(ToggleButton.class, "#landscape-space").fire());
        page("landscape", "train-landscape-space");
    }

    @Test
    void runsHeldAgainstEachOther() throws IOException {
        pictures();
        record("helium-1", "helium", 1.2);
        record("l1-1", "l1", 2);
        open.open(home.resolve("match"));
        inWindow(open.window::dismissHint);
        inWindow(() -> open.window.setWorkspace(Workspace.TRAIN));
        inEveryDress(
                "train-comparison",
                () -> {
                    inWindow(() -> only(ToggleButton.class, "#train-page-runs").fire());
                    OpenWindow.until(
                            () -> only(TableView.class, "#train-table").getItems().size() == 2);
                    inWindow(() -> {
                        only(TableView.class, "#train-table").getSelectionModel().selectAll();
                        only(Button.class, "#train-compare").fire();
                    });
                    OpenWindow.until(() ->
                            only(Pane.class, "#train-comparison") != null
                                    && !only(Pane.class, "#train-comparison")
                                            .getChildren()
                                            .isEmpty());
                    open.settle();
                    return open.photograph();
                });
    }

    @Test
    void whatIsSaidBeforeARunAndTheSweep() throws IOException {
        open.open(home.resolve("match"));
        label();
        inWindow(open.window::dismissHint);
        inWindow(() -> open.window.setWorkspace(Workspace.TRAIN));
        inEveryDress(
                "train-advice",
                () -> {
                    OpenWindow.until(
                            () -> !only(TextField.class, "#train-data").getText().isEmpty());
                    inWindow(() -> only(Button.class, "#train-check").fire());
                    open.settle();
                    OpenWindow.until(
                            () -> only(Pane.class, "#train-advice").getChildren().size() > 2);
                    return open.photograph();
                });
        shootDialog("sweep", () -> only(Button.class, "#train-sweep").fire());
    }

    @Test
    void platesWhosePicturesAreNotThere() throws IOException {
        record("helium-1", "helium", 1.2);
        open.open(home.resolve("match"));
        inWindow(open.window::dismissHint);
        page("pictures", "train-no-pictures");
    }

    @Test
    void theWorkspaceBeforeTheFirstRun() throws IOException {
        open.open(home.resolve("match"));
        page("overview", "train-first");
    }
}
