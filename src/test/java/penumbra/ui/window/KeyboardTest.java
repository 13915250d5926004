package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.ui.Contrast;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Theme;
import penumbra.ui.canvas.PictureCanvas;

/// The window without a mouse: every part is reached, and said to those who do not see it.
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;
    private FxRobot robot;

    @Start
    void start(Stage stage) throws IOException {
        OpenWindow.render(home.resolve("match"), 3, new Size(640, 512));
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "tester"));
    }

    @BeforeEach
    void openTheFolder(FxRobot hands) {
        robot = hands;
        open.open(home.resolve("match"));
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

    private void write(String text) {
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node focused() {
        return OpenWindow.fx(() -> open.window.stage().getScene().getFocusOwner());
    }

    private Node canvas() {
        return open.window.workspace().orElseThrow().canvas();
    }

    private TextField search() {
        return (TextField) open.window.stage().getScene().lookup("#search");
    }

    private Label error() {
        return (Label) open.window.stage().getScene().lookup("#search-error");
    }

    private Optional<ContextMenu> proposals() {
        return OpenWindow.fx(() ->
                Window.getWindows().stream()
                        .filter(ContextMenu.class::isInstance)
                        .map(ContextMenu.class::cast)
                        .filter(m -> "proposals".equals(m.getId()))
                        .findFirst());
    }

    /// Two plates in the second picture.
    private void label() {
        OpenWindow.fx(() -> {
            LabelledImage second = open.studio().pictures().shown().get(1);
            for (int i = 0; i < 2; i++) {
                List<Point> points =
                        List.of(
                                new Point(100 + 200 * i, 100),
                                new Point(100 + 200 * i, 140),
                                new Point(180 + 200 * i, 140),
                                new Point(180 + 200 * i, 100));
                LabelledImage now = open.studio().project().image(second.id()).orElseThrow();
                open.studio().apply(open.studio().edits().add(now, i, points));
            }
            return null;
        });
    }

    @Test
    void aPlateIsFoundClassedAndMovedAndThePictureFoundAgainWithoutTheMouse() {
        label();
        assertThat(focused()).as("after opening").isSameAs(canvas());
        type(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
        type(KeyCode.TAB);
        type(KeyCode.TAB);
        assertThat(canvas().getAccessibleText())
                .isEqualTo("frame-2.png, plates: 2, selected: plate 2, class B1");
        type(KeyCode.R);
        type(KeyCode.DIGIT3);
        assertThat(canvas().getAccessibleText()).endsWith("plate 2, class R3");

        type(KeyCode.F6);
        assertThat(focused().getId()).as("the first control of the inspector").isEqualTo("class");
        type(KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("TL-x");
        type(KeyCode.CONTROL, KeyCode.A);
        write("301.25");
        type(KeyCode.ENTER);
        assertThat(open.picture().targets().get(1).keypoints().getFirst().at())
                .isEqualTo(new Point(301.25, 100));

        type(KeyCode.F6);
        assertThat(focused().getId())
                .as("from a text field, round to the list")
                .isEqualTo("pictures");
        type(KeyCode.DOWN);
        assertThat(open.picture().path()).isEqualTo("frame-3.png");
        type(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).as("back, where nothing is selected").isNotNull();
        type(KeyCode.CONTROL, KeyCode.F);
        assertThat(focused()).isSameAs(search());
        write("class:R3");
        type(KeyCode.ENTER);
        assertThat(focused().getId()).isEqualTo("pictures");
        assertThat(OpenWindow.fx(() -> open.studio().pictures().shown().size())).isEqualTo(1);
        type(KeyCode.D);
        assertThat(open.picture().path()).isEqualTo("frame-2.png");
    }

    @Test
    void exploreHasARoundOfItsOwn() {
        type(KeyCode.CONTROL, KeyCode.F2);
        List<Node> round = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            type(KeyCode.F6);
            round.add(focused());
        }
        assertThat(round).doesNotHaveDuplicates();
        assertThat(round).anySatisfy(n -> assertThat(n.getId()).isEqualTo("explore-view-section"));
        type(KeyCode.F6);
        assertThat(focused()).isSameAs(round.getFirst());
        type(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isSameAs(round.getLast());
    }

    @Test
    void theRoundOfTheWindowGoesBothWaysAndPassesOnlyWhatTakesTheKeyboard() {
        type(KeyCode.F6);
        Node inspector = focused();
        assertThat(inspector).isNotSameAs(canvas());
        type(KeyCode.F6);
        assertThat(focused().getId()).isEqualTo("pictures");
        type(KeyCode.F6);
        assertThat(focused()).isSameAs(canvas());
        type(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused().getId()).isEqualTo("pictures");
        type(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isSameAs(inspector);
    }

    @Test
    void theMenuOpensByKeyAndListsTheKeysOfItsCommands() {
        type(KeyCode.F10);
        type(KeyCode.DOWN);
        OpenWindow.until(() -> menus().getMenus().getFirst().isShowing());
        type(KeyCode.RIGHT);
        OpenWindow.until(() -> menus().getMenus().get(1).isShowing());
        assertThat(menus().getMenus().get(4).getItems())
                .filteredOn(item -> item.getAccelerator() != null)
                .extracting(item -> item.getAccelerator().getDisplayText())
                .contains("F", "Z", "[", "]", "F6", "Shift+F6");
        type(KeyCode.ESCAPE);
    }

    private MenuBar menus() {
        return (MenuBar) open.window.stage().getScene().lookup("#menu");
    }

    @Test
    void wordsAreProposedTakenByArrowAndEnterAndPutAsideByEscape() {
        type(KeyCode.CONTROL, KeyCode.F);
        write("st");
        assertThat(proposals()).isPresent();
        type(KeyCode.ESCAPE);
        assertThat(proposals()).as("put aside").isEmpty();
        assertThat(search().getText()).isEqualTo("st");
        write("a");
        assertThat(proposals()).isPresent();
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);
        assertThat(search().getText()).isEqualTo("state:");
        OpenWindow.until(() -> proposals().isPresent());
        assertThat(proposals().orElseThrow().getItems()).hasSize(4);
        write("f");
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);
        assertThat(search().getText()).isEqualTo("state:flagged");
        assertThat(proposals()).isEmpty();
        assertThat(focused()).isSameAs(search());
        assertThat(OpenWindow.fx(() -> open.studio().pictures().shown().size())).isZero();
    }

    @Test
    void whatMeansNothingIsNamedBelowTheFieldInTheLanguageOfTheWindow() {
        type(KeyCode.CONTROL, KeyCode.F);
        write("class:R");
        assertThat(error().isVisible()).as("could still become R3").isFalse();
        type(KeyCode.ESCAPE);
        type(KeyCode.CONTROL, KeyCode.A);
        write("clas:R3");
        assertThat(error().isVisible()).isTrue();
        assertThat(error().getText())
                .isEqualTo(
                        "There is no word 'clas' to search by; use class, state, warning, note, by,"
                                + " plates, plate, bars, place, exposure, brightness, proposals,"
                                + " distance, or put the text in quotes.");
        OpenWindow.fx(() -> {
            open.window.setLanguage(Language.CHINESE);
            return null;
        });
        type(KeyCode.CONTROL, KeyCode.F);
        write("clas:R3");
        assertThat(error().getText()).startsWith("没有搜索词“clas”；可用：class, state");
    }

    @Test
    void aCellOfTheListSaysNameStateAndNumberOfPlates() {
        label();
        type(KeyCode.SHIFT, KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        List<String> said =
                OpenWindow.fx(() ->
                        SceneWalk.visible(open.window.stage().getScene().lookup("#pictures"))
                                .stream()
                                .filter(n -> n.getStyleClass().contains("picture-cell"))
                                .map(Node::getAccessibleText)
                                .filter(text -> text != null)
                                .toList());
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "frame-1.png, unlabelled, plates: 0 (no plates)",
                        "frame-2.png, labelled, plates: 2 (BG B1)",
                        "frame-3.png, unlabelled, plates: 0 (no plates)");
    }

    @Test
    void wherePartOfTheWindowHasTheKeyboardIsSeenInBothThemes() {
        Region ring = (Region) canvas().lookup(".focus-ring");
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            OpenWindow.fx(() -> {
                open.window.setTheme(theme);
                canvas().requestFocus();
                return null;
            });
            Color colour =
                    OpenWindow.fx(() -> {
                        ring.getScene().getRoot().applyCss();
                        return (Color) ring.getBorder().getStrokes().getFirst().getTopStroke();
                    });
            assertThat(Contrast.ratio(colour, PictureCanvas.GROUND))
                    .as(theme + " on the ground of the canvas")
                    .isGreaterThanOrEqualTo(Contrast.GRAPHICS);
            type(KeyCode.F6);
            assertThat(OpenWindow.<Border>fx(ring::getBorder)).as(theme.toString()).isNull();
        }
    }
}
