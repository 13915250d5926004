package penumbra.ui.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.edit.Step;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.Studio;
import penumbra.ui.canvas.WindowAtWork;
import penumbra.ui.window.OpenWindow;

/// The dialog of classes and sigmas, played with mouse and keys.
class SchemaDialogTest extends WindowAtWork {

    @AfterEach
    void theClassesOfANewProject() {
        OpenWindow.fx(() -> {
            Studio studio = open.studio();
            while (!studio.schema().equals(Schema.ARMOR_PLATE)) {
                studio.undo();
            }
            return null;
        });
    }

    private static Schema schema() {
        return OpenWindow.fx(() -> open.studio().schema());
    }

    private void openDialog() {
        type(KeyCode.CONTROL, KeyCode.L);
        OpenWindow.until(() -> robot.lookup("#classes").tryQuery().isPresent());
    }

    private void choose(int place) {
        OpenWindow.fx(() -> {
            ((ListView<?>) robot.lookup("#classes").query()).getSelectionModel().select(place);
            return null;
        });
    }

    private void press(String id) {
        robot.clickOn(id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void write(String name, String text) {
        robot.clickOn((Node n) -> n instanceof TextField && name.equals(n.getAccessibleText()));
        type(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String message() {
        return OpenWindow.fx(() -> ((Label) robot.lookup("#schema-message").query()).getText());
    }

    private boolean canTake() {
        return OpenWindow.fx(() -> !robot.lookup("Apply").queryButton().isDisabled());
    }

    @Test
    void aClassIsRenamedMovedAndAddedInOneStepAndThePlateKeepsItsClass() {
        Target plate = plate(11, 200, 150, 200, 190, 280, 190, 280, 150);
        openDialog();
        choose(11);
        write("Name", "hero 3");
        press("#class-up");
        press("#class-up");
        press("#class-add");
        write("Name", "N3");
        write("BL", "0.1");
        press("Apply");
        Schema now = schema();
        assertThat(now.classNames()).hasSize(17).endsWith("N3");
        assertThat(now.classNames().get(9)).isEqualTo("hero 3");
        assertThat(now.oksSigmas()).containsExactly(0.25, 0.1, 0.25, 0.25);
        assertThat(only().classIndex()).isEqualTo(9);
        assertThat(only().keypoints()).isEqualTo(plate.keypoints());
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(schema()).isEqualTo(Schema.ARMOR_PLATE);
        assertThat(only()).isEqualTo(plate);
    }

    @Test
    void aClassThatPlatesHaveStaysAndTheSentenceSaysByHowMany() {
        plate(11, 200, 150, 200, 190, 280, 190, 280, 150);
        plate(11, 50, 50, 50, 90, 130, 90, 130, 50);
        openDialog();
        choose(11);
        press("#class-remove");
        assertThat(message())
                .isEqualTo(
                        "R3 cannot be removed, because 2 plates have it; give them another class"
                                + " first.");
        choose(12);
        press("#class-remove");
        assertThat(message()).isEmpty();
        press("Apply");
        assertThat(schema().classNames()).hasSize(15).doesNotContain("R4");
        assertThat(schema().classNames().get(targets().getFirst().classIndex())).isEqualTo("R3");
    }

    @Test
    void aFaultyNameOrSigmaIsNamedAndCannotBeTaken() {
        openDialog();
        choose(0);
        write("Name", "R3");
        assertThat(message()).contains("'R3'");
        assertThat(canTake()).isFalse();
        write("Name", "guard");
        assertThat(canTake()).isTrue();
        write("TR", "wide");
        assertThat(message())
                .isEqualTo("The sigma of TR must be a number above 0; 'wide' is none.");
        assertThat(canTake()).isFalse();
        press("Cancel");
        assertThat(schema()).isEqualTo(Schema.ARMOR_PLATE);
    }

    @Test
    void withoutAChangeThereIsNothingToUndo() {
        List<Step> steps = new ArrayList<>();
        OpenWindow.fx(() -> open.studio().onStep(steps::add));
        openDialog();
        press("Apply");
        assertThat(steps).isEmpty();
    }
}
