package penumbra.ui.window;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import penumbra.data.scene.LabelNoise;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.LabelEdits;
import penumbra.geometry.Size;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.ui.Shortcut;

/// The views of the second look.
class SecondLookScreenshotTest extends Screenshots {

    private static final Size SIZE = new Size(1280, 1024);

    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private void labelAll() {
        OpenWindow.fx(() -> {
            for (LabelledImage image : List.copyOf(open.studio().project().images())) {
                int index = Integer.parseInt(image.path().replaceAll("\\D", "")) - 1;
                for (Target truth : SyntheticScene.render(5, index, SIZE).truth()) {
                    LabelledImage now = open.studio().project().image(image.id()).orElseThrow();
                    open.studio()
                            .apply(
                                    LabelEdits.by("tester")
                                            .add(
                                                    now,
                                                    truth.classIndex(),
                                                    truth.keypoints().stream()
                                                            .map(Keypoint::at)
                                                            .toList()));
                }
            }
            return null;
        });
    }

    private void lookManyTimes() {
        OpenWindow.fx(() -> {
            SplittableRandom random = new SplittableRandom(8);
            for (int round = 0; round < 6; round++) {
                for (LabelledImage image : open.studio().project().images()) {
                    for (Target first : image.targets()) {
                        Target second = LabelNoise.C.apply(first, open.studio().schema(), random);
                        open.studio()
                                .keep(
                                        BlindLook.of(
                                                image.id(),
                                                Instant.EPOCH,
                                                first,
                                                new Target(
                                                        first.id(),
                                                        first.classIndex(),
                                                        second.keypoints(),
                                                        Optional.empty(),
                                                        round % 2 == 0 ? "Ben" : "Cem")));
                    }
                }
            }
            return null;
        });
    }

    private Scene over() {
        return otherWindow().getScene();
    }

    private void fire(String id) {
        OpenWindow.fx(() -> {
            ((Button) over().lookup(id)).fire();
            return null;
        });
    }

    /// Opens the dialog anew in every dress, goes on to a view, photographs and closes it.
    private void shootView(String view, Supplier<Boolean> there, Runnable way) throws IOException {
        inEveryDress(
                view,
                () -> {
                    OpenWindow.fx(() -> {
                        open.window.commands().run(Shortcut.SECOND_LOOK);
                        return null;
                    });
                    way.run();
                    OpenWindow.until(there);
                    OpenWindow.until(() -> open.window.background().running().isEmpty());
                    return OpenWindow.fx(() -> {
                        Window window = otherWindow();
                        WritableImage image = window.getScene().snapshot(null);
                        note(view, window.getScene());
                        window.hide();
                        return image;
                    });
                });
    }

    @Test
    void theStartALookAndTheResult() throws IOException {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            open.window.dismissHint();
            return null;
        });
        labelAll();
        shootView("look-start", () -> over().lookup("#look-begin") != null, () -> {});
        shootView(
                "look-plate",
                () ->
                        over().lookup("#look-region") != null
                                && over().lookup("#look-region").isVisible(),
                () -> {
                    OpenWindow.fx(() -> {
                        ((TextField) over().lookup("#look-annotator")).setText("Ben");
                        return null;
                    });
                    fire("#look-begin");
                    OpenWindow.until(() -> open.window.pictures().bytes() > 0);
                });
        lookManyTimes();
        shootView(
                "look-result",
                () ->
                        over().lookup("#result-chart") != null
                                && over().lookup("#result-chart").lookup("ImageView")
                                        instanceof ImageView chart
                                && chart.getImage() != null,
                () -> fire("#look-result"));
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.SECOND_LOOK);
            return null;
        });
        fire("#look-result");
        OpenWindow.until(() -> over().lookup("#result-revisit") != null);
        fire("#result-take");
        OpenWindow.fx(() -> {
            otherWindow().hide();
            return null;
        });
        shootView(
                "look-taken",
                () ->
                        over().lookup("#result-chart") != null
                                && !((Label) over().lookup("#result-taken")).getText().isEmpty(),
                () -> fire("#look-result"));
    }

    @Test
    void tooFewPairs() throws IOException {
        open.open(home.resolve("match"));
        labelAll();
        OpenWindow.fx(() -> {
            LabelledImage image =
                    open.studio().project().images().stream()
                            .filter(i -> !i.targets().isEmpty())
                            .findFirst()
                            .orElseThrow();
            Target first = image.targets().getFirst();
            open.studio()
                    .keep(
                            BlindLook.of(
                                    image.id(),
                                    Instant.EPOCH,
                                    first,
                                    first.moved(first.keypoints(), "Ben")));
            return null;
        });
        shootView(
                "look-too-few",
                () -> over().lookup("#result-too-few") != null,
                () -> fire("#look-result"));
    }
}
