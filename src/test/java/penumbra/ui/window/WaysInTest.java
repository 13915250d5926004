package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Size;
import penumbra.store.ProjectStore;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;

/// Every way in which something comes into the window, and what is said when it cannot.
@ExtendWith(ApplicationExtension.class)
class WaysInTest {

    private static final Size SIZE = new Size(320, 256);
    private static final Path SAMPLE = Path.of("samples", "arena");

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) throws IOException {
        OpenWindow.render(home.resolve("match"), 2, SIZE);
        OpenWindow.render(home.resolve("other"), 1, SIZE);
        open =
                new OpenWindow(
                        stage,
                        home,
                        Optional.of(SAMPLE.resolve("data.yaml")),
                        new SettingsFile(home.resolve("studio.json")));
        open.window.setLanguage(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        if (!open.isClosed()) {
            open.close();
        }
        Locale.setDefault(locale);
    }

    private static void fx(Runnable task) {
        OpenWindow.fx(() -> {
            task.run();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void reopen() {
        open.close();
        open =
                OpenWindow.fx(() ->
                        new OpenWindow(
                                new Stage(),
                                home,
                                Optional.of(SAMPLE.resolve("data.yaml")),
                                new SettingsFile(home.resolve("studio.json"))));
    }

    /// What the toolkit tells of files that are dragged over the menu and let go there.
    private void drop(FxRobot robot, Path... files) throws Exception {
        Class<?> clipboard = Class.forName("com.sun.javafx.tk.TKClipboard");
        List<File> content = Arrays.stream(files).map(Path::toFile).toList();
        Object held =
                Proxy.newProxyInstance(
                        clipboard.getClassLoader(),
                        new Class<?>[] {clipboard},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "hasContent" -> arguments[0] == DataFormat.FILES;
                                    case "getContent" -> content;
                                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                                    default -> null;
                                });
        Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(clipboard);
        made.setAccessible(true);
        Dragboard board = OpenWindow.fx(() -> made.newInstance(held));
        fx(() -> {
            Node menu = robot.lookup("#menu").query();
            for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
                DragEvent event =
                        new DragEvent(type, board, 5, 5, 5, 5, TransferMode.COPY, null, menu, null);
                Event.fireEvent(menu, event);
                if (type == DragEvent.DRAG_OVER) {
                    assertThat(event.isAccepted()).isTrue();
                }
            }
        });
    }

    private String sentence() {
        return OpenWindow.fx(() -> open.window.notices().sentence());
    }

    private boolean isOpen(String project) {
        return open.window.studio().filter(s -> s.file().path().endsWith(project)).isPresent();
    }

    @Test
    void aFolderDroppedOntoTheWindowIsOpened(FxRobot robot) throws Exception {
        drop(robot, home.resolve("match"));
        OpenWindow.until(() -> isOpen("match.penumbra"));
    }

    @Test
    void aProjectAndADataYamlDroppedOntoTheWindowAreOpened(FxRobot robot) throws Exception {
        open.open(home.resolve("match"));
        drop(robot, copyOfSample().resolve("data.yaml"));
        OpenWindow.until(() -> isOpen("copy.penumbra"));
        assertThat(open.studio().project().targetCount()).isPositive();
        drop(robot, home.resolve("match/match.penumbra"));
        OpenWindow.until(() -> isOpen("match.penumbra"));
    }

    @Test
    void severalThingsDroppedAtOnceAreAnsweredInOneSentenceAndNothingIsOpened(FxRobot robot)
            throws Exception {
        drop(robot, home.resolve("match"), home.resolve("other"));
        OpenWindow.until(() -> sentence().startsWith("2 things"));
        assertThat(open.window.studio()).isEmpty();
        assertThat(home.resolve("match/match.penumbra")).doesNotExist();
    }

    private Path copyOfSample() throws IOException {
        Path copy = home.resolve("copy");
        try (Stream<Path> all = Files.walk(SAMPLE)) {
            for (Path path : all.toList()) {
                Path to = copy.resolve(SAMPLE.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
        return copy;
    }

    private List<MenuItem> recent(FxRobot robot) {
        return OpenWindow.fx(() -> {
            Menu file = robot.lookup("#menu").queryAs(MenuBar.class).getMenus().getFirst();
            return file.getItems().stream()
                    .filter(Menu.class::isInstance)
                    .map(Menu.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .getItems()
                    .stream()
                    .toList();
        });
    }

    @Test
    void theRecentListNamesWhatIsGoneAndForgetsItOnRequest(FxRobot robot) throws Exception {
        Path gone = home.resolve("gone.penumbra");
        open.close();
        new SettingsFile(home.resolve("studio.json"))
                .write(
                        Settings.first(Language.ENGLISH, "")
                                .withRecent(gone)
                                .withRecent(home.resolve("match/match.penumbra")));
        reopenAfterClose();
        open.open(home.resolve("match"));
        OpenWindow.until(() -> recent(robot).get(1).getText().contains("not there"));
        assertThat(recent(robot))
                .extracting(MenuItem::getText)
                .startsWith(home.resolve("match/match.penumbra").toString())
                .hasSize(2);
        fx(() -> recent(robot).get(1).fire());
        assertThat(recent(robot)).hasSize(1);
        open.open(home.resolve("other"));
        fx(() -> recent(robot).get(1).fire());
        OpenWindow.until(() -> isOpen("match.penumbra"));
        open.close();
        assertThat(open.remembered().recent()).noneMatch(r -> r.contains("gone")).hasSize(2);
    }

    private void reopenAfterClose() {
        open =
                OpenWindow.fx(() ->
                        new OpenWindow(
                                new Stage(),
                                home,
                                Optional.of(SAMPLE.resolve("data.yaml")),
                                new SettingsFile(home.resolve("studio.json"))));
    }

    @Test
    void aSecondStudioOnAProjectOnlyReadsAndSaysWhoHasIt(FxRobot robot) throws Exception {
        open.open(home.resolve("match"));
        Path project = home.resolve("match/match.penumbra");
        open.close();
        try (ExecutorService io = Executors.newSingleThreadExecutor();
                ProjectStore first = ProjectStore.open(project, io)) {
            assertThat(first.readOnly()).isFalse();
            reopenAfterClose();
            open.open(project);
            OpenWindow.until(() ->
                    sentence().contains("match.penumbra")
                            && sentence().contains(Long.toString(ProcessHandle.current().pid())));
            robot.push(KeyCode.X);
            assertThat(open.picture().state().name()).isEqualTo("UNLABELLED");
            open.close();
        }
    }

    @Test
    void theFirstStartShowsTheSampleWithAHintThatDoesNotComeBackAndWritesNothingThere(FxRobot robot)
            throws Exception {
        Map<String, Long> before = listing(SAMPLE);
        fx(() -> open.window.openLast());
        OpenWindow.until(() -> isOpen("arena.penumbra") && open.hasPixels());
        assertThat(open.studio().file().path()).isEqualTo(home.resolve("arena.penumbra"));
        assertThat(open.studio().project().targetCount()).isPositive();
        assertThat(robot.lookup("#first-steps .label").queryAllAs(Label.class)).hasSize(6);
        robot.push(KeyCode.M);
        OpenWindow.until(() -> open.studio().savedProperty().get());
        robot.clickOn("#steps-done");
        assertThat(robot.lookup("#first-steps").query().isVisible()).isFalse();

        reopen();
        fx(() -> open.window.openLast());
        OpenWindow.until(() -> isOpen("arena.penumbra") && open.hasPixels());
        assertThat(robot.lookup("#first-steps").tryQuery()).isEmpty();
        open.close();
        assertThat(listing(SAMPLE)).isEqualTo(before);
    }

    private static Map<String, Long> listing(Path folder) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (File file : all.map(Path::toFile).filter(File::isFile).toList()) {
                files.put(file.toString(), file.lastModified());
            }
        }
        return files;
    }

    @Test
    void aFailureIsSaidInOneSentenceAndItsDetailsAreShownOnDemand(FxRobot robot) throws Exception {
        Path broken = Files.writeString(home.resolve("broken.yaml"), "names: [");
        fx(() -> open.window.open(broken));
        OpenWindow.until(() -> sentence().contains("broken.yaml"));
        OpenWindow.until(() -> open.window.notices().settled());
        robot.clickOn("Details");
        OpenWindow.until(() -> robot.lookup(".findings").tryQuery().isPresent());
        assertThat(OpenWindow.fx(() -> robot.lookup(".findings").queryTextInputControl().getText()))
                .contains("FormatException", "broken.yaml");
        robot.push(KeyCode.ESCAPE);
    }
}
