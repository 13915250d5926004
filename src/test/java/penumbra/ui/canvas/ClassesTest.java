package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.edit.Step;
import penumbra.geometry.Point;
import penumbra.model.Schema;
import penumbra.ui.Studio;
import penumbra.ui.window.OpenWindow;

/// Classes by keys, by search, and such as the project did not have.
class ClassesTest extends WindowAtWork {

    @AfterEach
    void theClassesOfANewProject() {
        clean();
        OpenWindow.fx(() -> {
            Studio studio = open.studio();
            if (!studio.schema().equals(Schema.ARMOR_PLATE)) {
                studio.apply(new Step(studio.schema(), Schema.ARMOR_PLATE, List.of()));
            }
            return null;
        });
    }

    private static Schema schema() {
        return OpenWindow.fx(() -> open.studio().schema());
    }

    private static String className() {
        return schema().classNames().get(only().classIndex());
    }

    private static String nextClass() {
        return OpenWindow.fx(() ->
                open.studio()
                        .schema()
                        .classNames()
                        .get(open.studio().currentClassProperty().get()));
    }

    private static List<?> found() {
        return OpenWindow.fx(() ->
                List.copyOf(
                        ((ListView<?>) canvas().getScene().lookup("#classes-found")).getItems()));
    }

    private void search(String text) {
        type(KeyCode.L);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aColourKeyAndANumberGiveTheSelectedPlateAndTheNextOneTheirClass() {
        plate(200, 150);
        type(KeyCode.R);
        type(KeyCode.DIGIT3);
        assertThat(className()).isEqualTo("R3");
        assertThat(nextClass()).isEqualTo("R3");
        type(KeyCode.DIGIT5);
        assertThat(className()).as("the colour stays").isEqualTo("R5");
        type(KeyCode.B);
        type(KeyCode.T);
        assertThat(className()).isEqualTo("BB");
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(className()).isEqualTo("R5");
    }

    @Test
    void aClassThatTheProjectLacksJoinsItInOneStepOfUndoAndThatIsSaid() {
        plate(200, 150);
        type(KeyCode.N);
        type(KeyCode.DIGIT3);
        assertThat(schema().classNames()).hasSize(17).endsWith("N3");
        assertThat(className()).isEqualTo("N3");
        assertThat(OpenWindow.fx(() -> open.window.notices().sentence())).startsWith("N3 is a new");
        type(KeyCode.RIGHT);
        assertThat(point(0).x()).as("the keys still go to the canvas").isEqualTo(201);
        type(KeyCode.CONTROL, KeyCode.Z);
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(schema()).isEqualTo(Schema.ARMOR_PLATE);
        assertThat(className()).isEqualTo("BG");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(className()).isEqualTo("N3");
        OpenWindow.until(() -> open.studio().savedProperty().get());
    }

    @Test
    void aNewClassGoesToTheNextPlateWhereNoneIsSelected() {
        type(KeyCode.P);
        type(KeyCode.DIGIT1);
        assertThat(nextClass()).isEqualTo("P1");
        type(KeyCode.W);
        for (double[] at : new double[][] {{100, 100}, {100, 140}, {180, 140}, {180, 100}}) {
            click(new Point(at[0], at[1]));
        }
        assertThat(className()).isEqualTo("P1");
    }

    @Test
    void searchSetsTheClassOfTheSelectedPlateOnEnter() {
        plate(200, 150);
        search("red 3");
        assertThat(found().getFirst()).isEqualTo("R3");
        type(KeyCode.ENTER);
        assertThat(className()).isEqualTo("R3");
        type(KeyCode.LEFT);
        assertThat(point(0).x()).as("the keys go to the canvas again").isEqualTo(199);
    }

    @Test
    void arrowsChooseAmongWhatIsFound() {
        plate(200, 150);
        search("3");
        Object second = found().get(1);
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);
        assertThat(className()).isEqualTo(second);
    }

    @Test
    void escapeLeavesTheClassAsItIs() {
        plate(200, 150);
        search("r3");
        type(KeyCode.ESCAPE);
        assertThat(className()).isEqualTo("BG");
        assertThat(OpenWindow.fx(() -> canvas().isFocused())).isTrue();
        assertThat(robot.lookup("#class-search").query().getParent().isVisible()).isFalse();
    }

    @Test
    void aNameThatNoClassHasCanBeTakenAsANewOne() {
        plate(200, 150);
        search("drone");
        assertThat(found()).isEqualTo(List.of("drone"));
        type(KeyCode.ENTER);
        assertThat(className()).isEqualTo("drone");
        assertThat(schema().classNames()).hasSize(17);
    }
}
