package penumbra.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.store.CameraFile;
import penumbra.ui.canvas.WindowAtWork;
import penumbra.ui.window.OpenWindow;

/// What a person changes beside the picture.
class InspectorTest extends WindowAtWork {

    private static final double EXACT = 200.14863725;

    private static Target exactPlate() {
        return plate(0, EXACT, 150, 200, 190, 280, 190, 280, 150);
    }

    private String text(String id) {
        return OpenWindow.fx(() -> ((TextField) robot.lookup("#" + id).query()).getText());
    }

    private String refusal() {
        return OpenWindow.fx(() -> ((Label) robot.lookup("#refusal").query()).getText());
    }

    /// Puts that in the place of what stands in a field.
    private void write(String id, String text) {
        robot.clickOn("#" + id);
        type(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void whatIsTypedIsTheCoordinateToTheLastDigit() {
        plate(200, 150);
        write("TL-x", "12.25");
        type(KeyCode.ENTER);
        assertThat(point(0)).isEqualTo(new Point(12.25, 150));
        write("BR-y", "190.123456789");
        robot.clickOn("#TL-y");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(point(2))
                .as("leaving the field takes it")
                .isEqualTo(new Point(280, 190.123456789));
        assertThat(text("BR-y")).isEqualTo("190.12");
    }

    @Test
    void thePoseIsToldWithItsDeviationsOnceTheCameraIsKnownAndKeptBesideTheProject()
            throws Exception {
        plate(200, 150);
        assertThat(pose()).contains("Ctrl+K");
        type(KeyCode.CONTROL, KeyCode.K);
        for (String field : List.of("fx", "fy", "cx", "cy")) {
            write("camera-" + field, field.startsWith("f") ? "500" : "240");
        }
        type(KeyCode.ENTER);
        OpenWindow.until(() -> open.studio().cameraProperty().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        // 80 px of a plate 135 mm wide at f = 500 px; bars of 40 px would be nearer.
        assertThat(pose()).contains(" m").contains("yaw").contains("assumed");
        double metres = Double.parseDouble(pose().split(" ")[0]);
        assertThat(metres).isBetween(500 * 0.056 / 40 * 0.9, 500 * 0.135 / 80 * 1.1);
        Path file = CameraFile.of(open.studio().file());
        OpenWindow.until(() -> Files.exists(file));
        assertThat(CameraFile.read(file)).contains(new CameraMatrix(500, 500, 240, 240));
    }

    private String pose() {
        return OpenWindow.fx(() -> ((Label) robot.lookup("#pose").query()).getText());
    }

    @Test
    void aFieldShowsAHundredthAndAllDigitsWhileTheCaretIsInIt() {
        Target plate = exactPlate();
        assertThat(text("TL-x")).isEqualTo("200.15");
        robot.clickOn("#TL-x");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("TL-x")).isEqualTo("200.14863725");
        robot.clickOn("#TL-y");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(only()).as("what was not typed stays").isEqualTo(plate);
        write("TL-x", "200.15");
        type(KeyCode.ENTER);
        assertThat(point(0).x()).as("typed as it was shown").isEqualTo(200.15);
    }

    @Test
    void whatIsNoNumberIsNamedInOneSentenceAndPutBack() {
        Target plate = exactPlate();
        write("TL-x", "12,5");
        type(KeyCode.ENTER);
        assertThat(refusal())
                .isEqualTo("'12,5' is no number, so TL x stays 200.15 px; write it like 12.25.");
        assertThat(text("TL-x")).isEqualTo("200.14863725");
        assertThat(only()).isEqualTo(plate);
        write("TL-x", "12.5");
        type(KeyCode.ENTER);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void barLengthsAreThoseOfTheBarsInPixels() {
        plate(0, 100, 100, 103, 104, 200, 150, 200, 100);
        assertThat(OpenWindow.fx(() -> ((Label) robot.lookup("#bars").query()).getText()))
                .isEqualTo("TL-BL  5.00 px\nBR-TR  50.00 px");
    }

    @Test
    void aWarningOffersTheCommandThatMendsIt() {
        plate(0, 200, 150, 200, 190, 280, 150, 280, 190);
        robot.clickOn("#remedy-repair-order");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(only().labelledPoints())
                .containsExactly(
                        new Point(200, 150),
                        new Point(200, 190),
                        new Point(280, 190),
                        new Point(280, 150));
        assertThat(robot.lookup("#remedy-repair-order").tryQuery()).isEmpty();
        Target first = only();
        plate(200.5, 150);
        robot.clickOn("#remedy-delete");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(only()).isEqualTo(first);
    }

    @Test
    void aNoteIsSavedAsItIsTypedAndUndoneAsOneStep() throws Exception {
        Target plate = plate(200, 150);
        OpenWindow.fx(() -> {
            note().requestFocus();
            return null;
        });
        robot.write("glare");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.picture().note()).isEqualTo("glare");
        OpenWindow.until(() -> open.studio().savedProperty().get());
        assertThat(open.studio().store().replay().image(open.picture().id()))
                .contains(open.picture());
        OpenWindow.fx(() -> {
            canvas().requestFocus();
            return null;
        });
        type(KeyCode.CONTROL, KeyCode.Z);
        assertThat(open.picture().note()).isEmpty();
        assertThat(only()).isEqualTo(plate);
        assertThat(OpenWindow.fx(() -> note().getText())).isEmpty();
    }

    @Test
    void everyPictureHasItsOwnNoteAndHalfACharacterIsKeptOut() {
        OpenWindow.fx(() -> {
            note().setText("a" + "\ud83d" + "b\ud83d\ude00");
            return null;
        });
        assertThat(open.picture().note()).isEqualTo("ab\ud83d\ude00");
        showPicture(1);
        assertThat(OpenWindow.fx(() -> note().getText())).isEmpty();
        assertThat(open.picture().note()).isEmpty();
        showPicture(0);
        assertThat(OpenWindow.fx(() -> note().getText())).isEqualTo("ab\ud83d\ude00");
        OpenWindow.until(() -> open.studio().savedProperty().get());
    }

    private TextArea note() {
        return (TextArea) robot.lookup("#note").query();
    }
}
