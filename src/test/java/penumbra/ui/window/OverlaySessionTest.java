package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Shortcut;

/// What a person does with the overlays.
@ExtendWith(ApplicationExtension.class)
class OverlaySessionTest {

    private static final Size SIZE = new Size(640, 512);

    /// Upright bars of 48 px, 120 px apart.
    private static final List<Point> PLATE =
            List.of(
                    new Point(200, 200),
                    new Point(200, 248),
                    new Point(320, 248),
                    new Point(320, 200));

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) throws IOException {
        OpenWindow.render(home.resolve("match"), 1, SIZE);
        Settings first = Settings.first(Language.ENGLISH, "tester").withHintSeen();
        open = new OpenWindow(stage, home, first);
    }

    @AfterEach
    void close() {
        if (!open.isClosed()) {
            open.close();
        }
        Locale.setDefault(locale);
    }

    private void openWithAPlate() {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            LabelledImage picture = open.studio().pictureProperty().get().orElseThrow();
            open.studio().apply(open.studio().edits().add(picture, 0, PLATE));
            open.studio()
                    .selectionProperty()
                    .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
            open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
            return null;
        });
        showOverlays();
    }

    private void showOverlays() {
        OpenWindow.fx(() -> {
            this.<TabPane>part("side").getSelectionModel().select(1);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T part(String id) {
        return (T) open.window.stage().getScene().lookup("#" + id);
    }

    private void fire(String id) {
        OpenWindow.fx(() -> {
            this.<Button>part(id).fire();
            return null;
        });
        OpenWindow.fx(() -> null);
    }

    private int[] canvas() {
        WaitForAsyncUtils.waitForFxEvents();
        return OpenWindow.fx(() -> {
            Node canvas = open.window.workspace().orElseThrow().canvas();
            ((Parent) canvas).layout();
            WritableImage image = canvas.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader()
                    .getPixels(
                            0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return argb;
        });
    }

    private String readOuts(String overlay) {
        WaitForAsyncUtils.waitForFxEvents();
        return OpenWindow.fx(() -> {
            open.window.stage().getScene().getRoot().layout();
            return part("overlay-" + overlay + "-read-outs").lookupAll(".label").stream()
                    .map(n -> ((Labeled) n).getText())
                    .collect(Collectors.joining("|"));
        });
    }

    @Test
    void aSwitchDrawsAndAKeyTakesItAway(FxRobot robot) {
        openWithAPlate();
        int[] without = canvas();
        robot.clickOn("#overlay-helium-on");
        assertThat(canvas()).isNotEqualTo(without);
        OpenWindow.fx(() -> {
            open.window.workspace().orElseThrow().canvas().requestFocus();
            return null;
        });
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(OpenWindow.fx(() -> this.<ToggleSwitch>part("overlay-helium-on").isSelected()))
                .isFalse();
        assertThat(canvas()).isEqualTo(without);
    }

    @Test
    void everyOverlayCanBeTurnedOnByItsCommand() {
        openWithAPlate();
        int[] before = canvas();
        for (Shortcut shortcut :
                List.of(
                        Shortcut.OVERLAY_HELIUM,
                        Shortcut.OVERLAY_CENTERNET,
                        Shortcut.OVERLAY_ADALOSS,
                        Shortcut.OVERLAY_ADAANCHOR)) {
            OpenWindow.fx(() -> {
                open.window.commands().run(shortcut);
                return null;
            });
            int[] now = canvas();
            assertThat(now).as(shortcut.id()).isNotEqualTo(before);
            before = now;
        }
    }

    @Test
    void aSliderAndATypedNumberChangeTheReadOutAndResetRestores(FxRobot robot) {
        openWithAPlate();
        fire("overlay-helium-fold");
        String first = readOuts("helium");
        // A picture of 640 px is its own input: d_min 48 px are 6 cells, 8 * 0.05 exp(-0.6) px.
        assertThat(first).contains("48.0 px").contains("0.220 px");
        OpenWindow.fx(() -> {
            this.<Slider>part("overlay-helium-beta").setValue(0);
            return null;
        });
        assertThat(readOuts("helium")).contains("0.400 px");
        OpenWindow.fx(() -> {
            TextField field = part("overlay-helium-alpha-field");
            field.setText("0.5");
            field.fireEvent(new javafx.event.ActionEvent());
            return null;
        });
        assertThat(readOuts("helium")).contains("4.00 px").contains("stay apart");
        OpenWindow.fx(() -> {
            TextField field = part("overlay-helium-alpha-field");
            field.setText("much");
            field.fireEvent(new javafx.event.ActionEvent());
            return null;
        });
        assertThat(
                        OpenWindow.fx(
                                () -> this.<TextField>part("overlay-helium-alpha-field").getText()))
                .isEqualTo("0.5");
        robot.clickOn("#overlay-helium-reset");
        assertThat(readOuts("helium")).isEqualTo(first);
        assertThat(OpenWindow.fx(() -> this.<Slider>part("overlay-helium-beta").getValue()))
                .isCloseTo(0.1, within(1e-9));
    }

    @Test
    void whatDoesNotApplyIsLeftOut() {
        openWithAPlate();
        fire("overlay-adaanchor-fold");
        assertThat(rowIsThere("overlay-adaanchor-blend")).isFalse();
        OpenWindow.fx(() -> {
            this.<ComboBox<Object>>part("overlay-adaanchor-rule").getSelectionModel().selectLast();
            return null;
        });
        assertThat(rowIsThere("overlay-adaanchor-blend")).isTrue();
    }

    private boolean rowIsThere(String id) {
        return OpenWindow.fx(() -> part(id).getParent().isVisible());
    }

    @Test
    void theBeliefIsDraggedOnTheCanvasWithoutTouchingLabels(FxRobot robot) {
        openWithAPlate();
        fire("overlay-adaanchor-fold");
        OpenWindow.fx(() -> {
            this.<ToggleSwitch>part("overlay-adaanchor-on").setSelected(true);
            return null;
        });
        assertThat(readOuts("adaanchor")).contains("10.0 px");
        Point handle = PLATE.getFirst().plus(new Point(8, -6));
        canvas();
        robot.moveTo(open.onScreen(handle))
                .press(MouseButton.PRIMARY)
                .moveTo(open.onScreen(PLATE.getFirst().plus(new Point(-30, -40))))
                .release(MouseButton.PRIMARY);
        String after = readOuts("adaanchor");
        assertThat(after).doesNotContain("|10.0 px");
        double off = Double.parseDouble(after.split("Belief is off by\\|")[1].split(" px")[0]);
        assertThat(off).isCloseTo(50, within(3 / open.view().scale()));
        assertThat(open.picture().targets().getFirst().labelledPoints()).isEqualTo(PLATE);
    }

    @Test
    void pastedLossesMakeTheScheduleAndAWrongLineIsNamed() {
        openWithAPlate();
        fire("overlay-adaloss-fold");
        OpenWindow.fx(() -> {
            this.<ComboBox<Object>>part("overlay-adaloss-example").getSelectionModel().selectLast();
            ClipboardContent content = new ClipboardContent();
            content.putString("1\n0.5\nhalf");
            Clipboard.getSystemClipboard().setContent(content);
            return null;
        });
        fire("overlay-adaloss-own-paste");
        String refusal =
                OpenWindow.fx(() ->
                        part("overlay-adaloss").lookupAll(".plate-warning").stream()
                                .map(n -> ((Labeled) n).getText())
                                .collect(Collectors.joining()));
        assertThat(refusal).contains("Line 3").contains("half");
        OpenWindow.fx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("1\n0.5\n0.25\n0.25\n0.25\n0.25\n");
            Clipboard.getSystemClipboard().setContent(content);
            return null;
        });
        fire("overlay-adaloss-own-paste");
        // V of epochs 2 to 4 is the first that is 0.
        assertThat(readOuts("adaloss")).contains("collapses at epoch 4");
        assertThat(OpenWindow.fx(() -> this.<Slider>part("overlay-adaloss-epoch").getMax()))
                .isEqualTo(6);
    }

    @Test
    void howTheOverlaysAreSetIsRememberedAcrossLanguagesAndStarts() {
        openWithAPlate();
        fire("overlay-centernet-fold");
        OpenWindow.fx(() -> {
            this.<ToggleSwitch>part("overlay-centernet-on").setSelected(true);
            this.<Slider>part("overlay-centernet-minOverlap").setValue(0.3);
            open.window.setLanguage(Language.CHINESE);
            return null;
        });
        showOverlays();
        assertThat(
                        OpenWindow.fx(
                                () -> this.<ToggleSwitch>part("overlay-centernet-on").isSelected()))
                .isTrue();
        assertThat(
                        OpenWindow.fx(
                                () -> this.<Slider>part("overlay-centernet-minOverlap").getValue()))
                .isCloseTo(0.3, within(1e-9));
        open.close();
        Settings remembered = new SettingsFile(home.resolve("studio.json")).read(_ -> {});
        assertThat(remembered.overlays().get("centernet"))
                .containsEntry("on", true)
                .containsEntry("open", true)
                .containsEntry("minOverlap", 0.3);
        assertThat(remembered.overlays().get("helium")).containsEntry("on", false);
    }

    @Test
    void playingGoesOnToTheLastEpochAndStops() {
        openWithAPlate();
        fire("overlay-adaloss-fold");
        OpenWindow.fx(() -> {
            this.<Slider>part("overlay-adaloss-epoch").setValue(98);
            return null;
        });
        fire("overlay-adaloss-epoch-play");
        OpenWindow.until(() -> this.<Slider>part("overlay-adaloss-epoch").getValue() == 100);
        int[] atTheEnd = canvas();
        assertThat(Arrays.equals(atTheEnd, canvas())).isTrue();
    }
}
