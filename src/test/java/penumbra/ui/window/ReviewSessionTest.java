package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;
import penumbra.store.Proposals;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.review.Kind;

/// A person steps through what there is to decide, one key each.
@ExtendWith(ApplicationExtension.class)
class ReviewSessionTest {

    private static final Size SIZE = new Size(640, 512);

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;
    private FxRobot robot;

    @Start
    void start(Stage stage) throws IOException {
        OpenWindow.render(home.resolve("match"), 4, SIZE);
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

    private static Prediction plate(double x, double score) {
        List<Keypoint> points =
                Stream.of(new Point(0, 0), new Point(0, 40), new Point(90, 40), new Point(90, 0))
                        .map(p -> Keypoint.visible(p.x() + x, p.y() + 200))
                        .toList();
        return new Prediction(
                Target.of(11, points, Optional.empty(), "best"),
                Collections.nCopies(4, Optional.empty()),
                score);
    }

    private void propose(String path, Prediction... found) {
        LinkedHashMap<String, Proposals.Found> pictures = new LinkedHashMap<>();
        pictures.put(path, new Proposals.Found("best", List.of(found), Set.of()));
        OpenWindow.fx(() -> {
            open.studio().proposals().take(new Proposals(pictures));
            return null;
        });
    }

    private LabelledImage picture(String path) {
        return OpenWindow.fx(() ->
                open.studio().project().images().stream()
                        .filter(i -> i.path().equals(path))
                        .findFirst()
                        .orElseThrow());
    }

    private void review(Kind kind, int items) {
        type(KeyCode.CONTROL, KeyCode.F4);
        OpenWindow.fx(() -> {
            robot.lookup("#review-kind")
                    .queryAs(ComboBox.class)
                    .getSelectionModel()
                    .select(kind.ordinal());
            return null;
        });
        OpenWindow.until(() -> list().getItems().size() == items);
        robot.clickOn("#canvas");
        OpenWindow.fx(() -> {
            list().getSelectionModel().clearSelection();
            list().getSelectionModel().select(0);
            return null;
        });
    }

    private ListView<?> list() {
        return robot.lookup("#review-list").queryListView();
    }

    private String text(String id) {
        return OpenWindow.fx(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    @Test
    void proposalsAreTakenDismissedAndFlaggedAcrossPicturesAndUndoLeadsBack(FxRobot hands) {
        robot = hands;
        open.open(home.resolve("match"));
        Prediction first = plate(100, 0.9);
        Prediction second = plate(300, 0.6);
        Prediction third = plate(100, 0.7);
        propose("frame-1.png", first, second);
        propose("frame-3.png", third);
        review(Kind.PROPOSALS, 3);
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
        assertThat(text("#review-reason")).contains("90 %");
        type(KeyCode.ENTER);
        assertThat(picture("frame-1.png").targets()).containsExactly(first.target());
        assertThat(text("#review-reason")).contains("60 %");
        type(KeyCode.DELETE);
        assertThat(open.picture().path()).isEqualTo("frame-3.png");
        assertThat(picture("frame-1.png").targets()).hasSize(1);
        assertThat(text("#review-count")).isEqualTo("2 of 3 decided");
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
        assertThat(text("#review-reason")).contains("60 %");
        assertThat(text("#review-count")).isEqualTo("1 of 3 decided");
        type(KeyCode.X);
        assertThat(picture("frame-1.png").state()).isEqualTo(LabelState.FLAGGED);
        type(KeyCode.A);
        assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(1);
    }

    @Test
    void unlabelledPicturesComeByWhatIsToBeGained(FxRobot hands) {
        robot = hands;
        open.open(home.resolve("match"));
        propose("frame-1.png", plate(100, 0.95));
        propose("frame-3.png", plate(100, 0.3), plate(300, 0.4));
        review(Kind.SUGGESTED, 2);
        assertThat(open.picture().path()).isEqualTo("frame-3.png");
        assertThat(text("#review-reason")).contains("of 2 plates");
        type(KeyCode.M);
        assertThat(picture("frame-3.png").state()).isEqualTo(LabelState.REVIEWED);
        assertThat(open.picture().path()).isEqualTo("frame-1.png");
        type(KeyCode.ENTER);
        type(KeyCode.ENTER);
        assertThat(open.picture().targets()).as("taken by the keys of the canvas").hasSize(1);
    }

    @Test
    void aSuspiciousLabelIsPutWhereTheNetworkFoundItOrDeclaredRight(FxRobot hands) {
        robot = hands;
        open.open(home.resolve("match"));
        for (String path : List.of("frame-1.png", "frame-2.png")) {
            Target wrong = plate(100, 1).target();
            List<Point> points = new ArrayList<>(wrong.labelledPoints());
            points.set(2, points.get(2).plus(new Point(path.equals("frame-1.png") ? 12 : 7, 0)));
            OpenWindow.fx(() ->
                    open.studio().apply(open.studio().edits().add(picture(path), 11, points)));
            propose(path, plate(100, 0.9));
        }
        review(Kind.SUSPICIOUS, 2);
        assertThat(open.picture().path()).as("the worse one first").isEqualTo("frame-1.png");
        assertThat(text("#review-reason")).contains("BR").contains("12.00 px");
        type(KeyCode.ENTER);
        assertThat(picture("frame-1.png").targets().getFirst().labelledPoints())
                .isEqualTo(plate(100, 1).target().labelledPoints());
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        type(KeyCode.M);
        assertThat(picture("frame-2.png").state()).isEqualTo(LabelState.REVIEWED);
        assertThat(picture("frame-2.png").targets().getFirst().labelledPoints().get(2).x())
                .isEqualTo(197);
        assertThat(text("#review-count")).isEqualTo("2 of 2 decided");
    }

    @Test
    void theCanvasGoesBackToWhereLabelsAreMade(FxRobot hands) {
        robot = hands;
        open.open(home.resolve("match"));
        propose("frame-1.png", plate(100, 0.9));
        review(Kind.PROPOSALS, 1);
        type(KeyCode.CONTROL, KeyCode.F1);
        assertThat(robot.lookup("#pictures").tryQuery()).isPresent();
        assertThat(robot.lookup("#canvas").tryQuery()).isPresent();
        type(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
    }
}
