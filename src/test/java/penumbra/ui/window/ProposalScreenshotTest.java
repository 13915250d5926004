package penumbra.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Selection;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;
import penumbra.store.Proposals;
import penumbra.ui.Shortcut;
import penumbra.ui.Workspace;
import penumbra.ui.review.Kind;

/// Photographs what a network proposes and the dialog that asks it.
class ProposalScreenshotTest extends Screenshots {

    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private void propose() {
        LinkedHashMap<String, Proposals.Found> pictures = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            List<Target> truth = SyntheticScene.render(5, i, new Size(1280, 1024)).truth();
            List<Prediction> found =
                    truth.stream()
                            .map(t ->
                                    new Prediction(
                                            new Target(
                                                    t.id(),
                                                    t.classIndex(),
                                                    t.keypoints(),
                                                    Optional.empty(),
                                                    "best"),
                                            t.keypoints().stream()
                                                    .map(_ ->
                                                            Optional.of(new Covariance(2, 0.5, 1)))
                                                    .toList(),
                                            0.4 + 0.5 / (1 + truth.indexOf(t))))
                            .toList();
            pictures.put(
                    "frame-" + (i + 1) + ".png",
                    new Proposals.Found("runs/pose/train", found, Set.of()));
        }
        inWindow(() -> open.studio().proposals().take(new Proposals(pictures)));
    }

    @Test
    void platesThatANetworkProposesWithOneSelected() throws IOException {
        openAndDismissTheFirstSteps();
        inWindow(() -> open.studio().show(open.studio().pictures().shown().get(1).id()));
        propose();
        OpenWindow.until(open::hasPixels);
        inWindow(() -> {
            LabelledImage picture = open.studio().pictureProperty().get().orElseThrow();
            Target first = open.studio().proposals().undecided(picture).getFirst().target();
            workspace().state().zoomTo(first.extent().orElseThrow());
            workspace().state().zoom(0.25);
            open.studio()
                    .selectionProperty()
                    .set(Optional.of(Selection.whole(picture.id(), first.id())));
        });
        shoot("proposals");
    }

    @Test
    void theDialogThatAsksANetwork() throws IOException {
        Path weights = home.resolve("match/runs/pose/train/weights");
        Files.createDirectories(weights);
        Files.writeString(weights.resolve("best.safetensors"), "");
        openAndDismissTheFirstSteps();
        shootDialog("predict", () -> open.window.commands().run(Shortcut.PREDICT));
    }

    @Test
    void everyKindOfReview() throws IOException {
        openAndDismissTheFirstSteps();
        propose();
        inWindow(() -> {
            LabelledImage picture = open.studio().project().images().getFirst();
            Target label = picture.targets().getFirst();
            Point end = label.keypoints().get(2).at();
            open.studio()
                    .apply(
                            open.studio()
                                    .edits()
                                    .move(
                                            picture,
                                            Selection.point(picture.id(), label.id(), 2),
                                            Map.of(2, end.plus(new Point(5, 4))))
                                    .orElseThrow());
            open.window.setWorkspace(Workspace.REVIEW);
        });
        for (Kind kind : Kind.values()) {
            inEveryDress(
                    "review-" + kind.name().toLowerCase(Locale.ROOT),
                    () -> {
                        inWindow(() ->
                                only(ComboBox.class, "#review-kind")
                                        .getSelectionModel()
                                        .select(kind.ordinal()));
                        OpenWindow.until(() ->
                                !only(ListView.class, "#review-list")
                                        .getSelectionModel()
                                        .isEmpty());
                        OpenWindow.until(open::hasPixels);
                        return open.photograph();
                    });
        }
    }

    @Test
    void theCameraAndThePoseOfAPlate() throws IOException {
        openAndDismissTheFirstSteps();
        shootDialog("camera", () -> open.window.commands().run(Shortcut.CAMERA));
        inWindow(() ->
                open.studio()
                        .cameraProperty()
                        .set(Optional.of(new CameraMatrix(1250, 1250, 640, 512))));
        shoot("pose");
    }
}
