package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.engine.HashedWeights;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.store.ProjectFile;
import penumbra.store.Proposals;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import tools.jackson.databind.json.JsonMapper;

/// What a person does with what a network proposes.
@ExtendWith(ApplicationExtension.class)
class ProposalSessionTest {

    private static final Size SIZE = new Size(640, 512);

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;
    private FxRobot robot;

    @Start
    void start(Stage stage) throws IOException {
        OpenWindow.render(home.resolve("match"), 2, SIZE);
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "tester"));
    }

    @AfterEach
    void close() {
        open.close();
        Locale.setDefault(locale);
    }

    private void type(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Target> labels() {
        return open.picture().targets();
    }

    private List<Prediction> undecided() {
        return OpenWindow.fx(() -> open.studio().proposals().undecided(open.picture()));
    }

    private static Prediction plate(double x) {
        List<Keypoint> points =
                Stream.of(new Point(0, 0), new Point(0, 40), new Point(90, 40), new Point(90, 0))
                        .map(p -> Keypoint.visible(p.x() + x, p.y() + 200))
                        .toList();
        return new Prediction(
                Target.of(11, points, Optional.empty(), "best"),
                Collections.nCopies(4, Optional.empty()),
                0.8);
    }

    private List<Prediction> propose() {
        List<Prediction> found = List.of(plate(100), plate(250), plate(400));
        LinkedHashMap<String, Proposals.Found> pictures = new LinkedHashMap<>();
        pictures.put("frame-1.png", new Proposals.Found("best", found, Set.of()));
        OpenWindow.fx(() -> {
            open.studio().proposals().take(new Proposals(pictures));
            return null;
        });
        return found;
    }

    private Path file() {
        return Proposals.file(ProjectFile.of(home.resolve("match/match.penumbra").toString()));
    }

    @Test
    void oneIsTakenOneIsDismissedOneIsCorrectedAndUndoBringsThemBack(FxRobot hands)
            throws Exception {
        robot = hands;
        open.open(home.resolve("match"));
        List<Prediction> found = propose();
        assertThat(labels()).as("nothing is a label unasked").isEmpty();

        type(KeyCode.ENTER);
        assertThat(labels()).as("the first is only selected").isEmpty();
        type(KeyCode.ENTER);
        assertThat(labels()).containsExactly(found.getFirst().target());
        type(KeyCode.DELETE);
        assertThat(undecided()).hasSize(found.size() - 2).doesNotContain(found.get(1));
        assertThat(labels()).hasSize(1);

        // A corner of the third, dragged by a few px.
        Point corner = found.get(2).target().keypoints().getFirst().at();
        robot.moveTo(open.onScreen(corner))
                .press(MouseButton.PRIMARY)
                .moveTo(open.onScreen(corner.plus(new Point(12, 9))))
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(labels()).hasSize(2);
        assertThat(labels().get(1).id()).isEqualTo(found.get(2).target().id());
        assertThat(labels().get(1).annotator()).isEqualTo("tester");
        assertThat(labels().get(1).keypoints().getFirst().at().distance(corner)).isGreaterThan(8);
        assertThat(undecided()).hasSize(found.size() - 3);

        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(labels()).hasSize(1);
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(undecided()).hasSize(found.size() - 1).contains(found.get(1));
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(labels()).isEmpty();
        assertThat(undecided()).isEqualTo(found);
    }

    @Test
    void whatWasDismissedStaysSoAndTheSearchFindsWhatWaits(FxRobot hands) throws Exception {
        robot = hands;
        open.open(home.resolve("match"));
        List<Prediction> found = propose();
        type(KeyCode.ENTER);
        type(KeyCode.BACK_SPACE);
        OpenWindow.until(() -> {
            try {
                return Files.exists(file())
                        && Proposals.read(file(), Schema.ARMOR_PLATE)
                                .in("frame-1.png")
                                .orElseThrow()
                                .dismissed()
                                .contains(found.getFirst().target().id());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        type(KeyCode.CONTROL, KeyCode.F);
        robot.write("proposals:>0");
        OpenWindow.until(() -> open.studio().pictures().shown().size() == 1);
        assertThat(open.studio().pictures().shown().getFirst().path()).isEqualTo("frame-1.png");
    }

    @Test
    void aNetworkIsAskedInAProcessOfItsOwnAndAFailureIsSaid(FxRobot hands) throws Exception {
        robot = hands;
        Path best = home.resolve("match/runs/pose/train/weights/best.safetensors");
        Files.createDirectories(best.getParent());
        Map<String, String> names = new TreeMap<>();
        List<String> classes = Schema.ARMOR_PLATE.classNames();
        for (int c = 0; c < classes.size(); c++) {
            names.put(String.valueOf(c), classes.get(c));
        }
        SafetensorsFile.write(
                best,
                HashedWeights.of(new YoloV8Pose(Scale.N, new HeadLayout(16, 4, 3)))
                        .withMetadata(
                                Map.of("names", JsonMapper.shared().writeValueAsString(names))));
        open.open(home.resolve("match"));
        ask();
        DialogPane pane = dialog();
        ComboBox<?> weights = (ComboBox<?>) pane.lookup("#predict-weights");
        OpenWindow.until(() -> best.toString().equals(weights.getEditor().getText()));
        OpenWindow.fx(() -> {
            ((Spinner<?>) pane.lookup("#predict-confidence")).decrement(4);
            return null;
        });
        agree(pane);
        open.settle();
        OpenWindow.until(() -> !undecided().isEmpty());
        assertThat(labels()).isEmpty();
        assertThat(open.studio().proposals().allProperty().get().pictures().keySet())
                .containsExactly("frame-1.png");

        Files.writeString(best, "no network");
        ask();
        DialogPane again = dialog();
        OpenWindow.until(() -> open.window.background().running().isEmpty());
        agree(again);
        OpenWindow.until(() -> open.window.notices().sentence().contains("best.safetensors"));
        assertThat(undecided()).as("what was proposed stays").isNotEmpty();
    }

    private void ask() {
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.PREDICT);
            return null;
        });
    }

    private DialogPane dialog() {
        return OpenWindow.fx(() ->
                Window.getWindows().stream()
                        .filter(w -> w != open.window.stage())
                        .map(w -> w.getScene().getRoot())
                        .filter(DialogPane.class::isInstance)
                        .map(DialogPane.class::cast)
                        .findFirst()
                        .orElseThrow());
    }

    private void agree(DialogPane pane) {
        OpenWindow.fx(() -> {
            ButtonType ask = pane.getButtonTypes().getFirst();
            ((Button) pane.lookupButton(ask)).fire();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
