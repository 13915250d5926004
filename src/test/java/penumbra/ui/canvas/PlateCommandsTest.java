package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.Target;
import penumbra.model.Visibility;
import penumbra.ui.window.OpenWindow;

/// What the keyboard does to plates.
class PlateCommandsTest extends WindowAtWork {

    private static Target selected() {
        return OpenWindow.fx(() -> open.studio().selected().orElseThrow());
    }

    private static List<Visibility> visibilities() {
        return only().keypoints().stream().map(Keypoint::visibility).toList();
    }

    /// Names of the places at which the points of an upright plate lie, in their order.
    private static String order(Target before) {
        List<String> names = List.of("TL", "BL", "BR", "TR");
        return String.join(
                " ",
                only().keypoints().stream()
                        .map(k -> names.get(before.keypoints().indexOf(k)))
                        .toList());
    }

    @Test
    void visibilityGoesRoundForThePointThatIsSelected() {
        Target plate = plate(200, 150);
        click(new Point(200, 150));
        type(KeyCode.V);
        assertThat(visibilities().getFirst()).isEqualTo(Visibility.OCCLUDED);
        type(KeyCode.V);
        assertThat(visibilities().getFirst()).isEqualTo(Visibility.UNLABELLED);
        type(KeyCode.V);
        assertThat(only()).isEqualTo(plate);
        select(Selection.whole(open.picture().id(), plate.id()));
        type(KeyCode.V);
        assertThat(visibilities()).containsOnly(Visibility.OCCLUDED);
    }

    @Test
    void tabGoesThroughThePlatesBothWays() {
        Target first = plate(50, 50);
        Target second = plate(200, 150);
        Target third = plate(350, 250);
        type(KeyCode.TAB);
        assertThat(selected()).isEqualTo(first);
        type(KeyCode.TAB);
        assertThat(selected()).isEqualTo(second);
        type(KeyCode.SHIFT, KeyCode.TAB);
        type(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(selected()).isEqualTo(third);
    }

    @Test
    void aPlateIsDeletedAndComesBack() {
        Target first = plate(50, 50);
        plate(200, 150);
        type(KeyCode.DELETE);
        assertThat(targets()).containsExactly(first);
        type(KeyCode.DELETE);
        assertThat(targets()).as("nothing is selected any more").containsExactly(first);
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(targets()).hasSize(2);
    }

    @Test
    void aDuplicateLiesAsideAndIsSelected() {
        Target original = plate(200, 150);
        type(KeyCode.CONTROL, KeyCode.D);
        assertThat(targets()).hasSize(2);
        assertThat(selected()).isEqualTo(targets().getLast()).isNotEqualTo(original);
        assertThat(selected().labelledPoints())
                .isEqualTo(
                        original.labelledPoints().stream()
                                .map(p -> p.plus(new Point(6, 6)))
                                .toList());
        assertThat(selected().classIndex()).isEqualTo(original.classIndex());
    }

    @Test
    void platesOfThePreviousPictureAreCopiedWhereTheyWereAndWhereThereAreNoneThatIsSaid() {
        Target first = plate(50, 50);
        Target second = plate(200, 150);
        showPicture(1);
        type(KeyCode.C);
        assertThat(targets().stream().map(Target::keypoints))
                .containsExactly(first.keypoints(), second.keypoints());
        assertThat(targets().stream().map(Target::id)).doesNotContain(first.id(), second.id());
        assertThat(open.picture().state()).isEqualTo(LabelState.LABELLED);
        showPicture(0);
        type(KeyCode.C);
        assertThat(targets()).hasSize(2);
        assertThat(OpenWindow.fx(() -> open.window.notices().sentence()))
                .contains("no plates to copy");
    }

    @Test
    void pointsAreTurnedReversedAndSwappedAndABarIsTurnedRound() {
        Target plate = plate(200, 150);
        type(KeyCode.SHIFT, KeyCode.U);
        assertThat(order(plate)).isEqualTo("BL BR TR TL");
        type(KeyCode.CONTROL, KeyCode.Z);
        type(KeyCode.ALT, KeyCode.U);
        assertThat(order(plate)).isEqualTo("TL TR BR BL");
        type(KeyCode.CONTROL, KeyCode.Z);
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.U);
        robot.release(KeyCode.SHIFT, KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(order(plate)).isEqualTo("TR BR BL TL");
        type(KeyCode.CONTROL, KeyCode.Z);
        click(new Point(280, 170));
        type(KeyCode.ALT, KeyCode.U);
        assertThat(order(plate)).isEqualTo("TL BL TR BR");
    }

    @Test
    void pointsOutOfOrderArePutInOrderByOneKey() {
        Target crossed = plate(0, 200, 150, 200, 190, 280, 150, 280, 190);
        type(KeyCode.U);
        assertThat(only().labelledPoints())
                .containsExactly(
                        new Point(200, 150),
                        new Point(200, 190),
                        new Point(280, 190),
                        new Point(280, 150));
        type(KeyCode.U);
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(only()).as("the second key had nothing to do").isEqualTo(crossed);
    }

    @Test
    void aPlateMovesForwardAndBackwardInTheListOfThePicture() {
        Target first = plate(50, 50);
        Target second = plate(200, 150);
        Target third = plate(350, 250);
        type(KeyCode.CONTROL, KeyCode.OPEN_BRACKET);
        assertThat(targets()).containsExactly(first, third, second);
        type(KeyCode.CONTROL, KeyCode.OPEN_BRACKET);
        type(KeyCode.CONTROL, KeyCode.OPEN_BRACKET);
        assertThat(targets()).containsExactly(third, first, second);
        type(KeyCode.CONTROL, KeyCode.CLOSE_BRACKET);
        assertThat(targets()).containsExactly(first, third, second);
        assertThat(selected()).isEqualTo(third);
    }

    /// The plates of the first rendered picture as they truly are.
    private static List<Target> truth() {
        return SyntheticScene.render(5, 0, SIZE).truth();
    }

    @Test
    void snapMovesARoughPlateToItsBarsAndSaysHowSureItIs() {
        Target truth = truth().stream().max((a, b) -> Double.compare(bar(a), bar(b))).orElseThrow();
        double[] rough =
                truth.labelledPoints().stream()
                        .flatMap(p -> Stream.of(p.x() + 0.8, p.y() - 1.2))
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        Target placed = plate(truth.classIndex(), rough);
        type(KeyCode.S);
        open.settle();
        assertThat(only().id()).isEqualTo(placed.id());
        assertThat(only().keypoints()).isNotEqualTo(placed.keypoints());
        for (int i = 0; i < 4; i++) {
            double error = point(i).distance(truth.keypoints().get(i).at());
            assertThat(error).isLessThan(Math.hypot(0.8, 1.2));
        }
        assertThat(OpenWindow.fx(() -> state().sureness(only()))).anyMatch(c -> c.isPresent());
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(only()).isEqualTo(placed);
    }

    private static double bar(Target target) {
        List<Point> points = target.labelledPoints();
        return points.get(0).distance(points.get(1));
    }

    @Test
    void snapSaysWhyItLeavesAPlateAlone() {
        Target nothing = plate(0, 2, 2, 2, 12, 22, 12, 22, 2);
        type(KeyCode.S);
        open.settle();
        OpenWindow.until(() -> !open.window.notices().sentence().isEmpty());
        assertThat(OpenWindow.fx(() -> open.window.notices().sentence())).contains("TL-BL: ");
        assertThat(only()).isEqualTo(nothing);
    }

    private void carryOn() {
        truth().forEach(t ->
                plate(
                        t.classIndex(),
                        t.labelledPoints().stream()
                                .flatMap(p -> Stream.of(p.x(), p.y()))
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
        type(KeyCode.SHIFT, KeyCode.D);
        OpenWindow.until(() -> open.window.notices().sentence().startsWith("Plates found"));
    }

    @Test
    void platesCarriedOnAreAProposalUntilEnterTakesThem() {
        carryOn();
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        assertThat(targets()).isEmpty();
        List<Target> proposed =
                OpenWindow.fx(() -> state().proposalProperty().get().orElseThrow().targets());
        assertThat(proposed).isNotEmpty();
        for (Target target : proposed) {
            Point at = target.keypoints().getFirst().at().minus(MOTION);
            assertThat(truth()).anyMatch(t -> t.keypoints().getFirst().at().distance(at) < 0.5);
        }
        type(KeyCode.ENTER);
        assertThat(targets().stream().map(Target::keypoints))
                .containsExactlyElementsOf(proposed.stream().map(Target::keypoints).toList());
        assertThat(OpenWindow.fx(() -> state().proposalProperty().get())).isEmpty();
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(targets()).isEmpty();
    }

    @Test
    void escapeLeavesWhatIsProposed() {
        carryOn();
        type(KeyCode.ESCAPE);
        assertThat(targets()).isEmpty();
        assertThat(OpenWindow.fx(() -> state().proposalProperty().get())).isEmpty();
        type(KeyCode.ENTER);
        assertThat(targets()).isEmpty();
    }

    @Test
    void nothingIsProposedToAPictureThatHasPlates() {
        showPicture(1);
        Target there = plate(200, 150);
        showPicture(0);
        plate(50, 50);
        type(KeyCode.SHIFT, KeyCode.D);
        OpenWindow.until(() -> open.window.notices().sentence().contains("frame-2.png"));
        assertThat(targets()).containsExactly(there);
        assertThat(OpenWindow.fx(() -> state().proposalProperty().get())).isEmpty();
    }
}
