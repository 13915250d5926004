package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.concurrent.Task;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.action.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.data.ImageWriter;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Edit;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.file.FindingsDialog;

/// Photographs every view in both themes and both languages into target/screenshots, and makes sure
/// that no view is blank.
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {

    private static final Size SIZE = new Size(1280, 1024);
    private static final Path SHOTS = Path.of("target", "screenshots");

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "tester"));
    }

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(SHOTS);
        OpenWindow.render(home.resolve("match"), 6, SIZE);
    }

    @AfterEach
    void close() {
        open.close();
        Locale.setDefault(locale);
    }

    private void label() {
        RenderedScene scene = SyntheticScene.render(5, 0, SIZE);
        OpenWindow.fx(() -> {
            for (Target truth : scene.truth()) {
                Edit edit =
                        open.studio()
                                .edits()
                                .add(
                                        open.studio().pictureProperty().get().orElseThrow(),
                                        truth.classIndex(),
                                        truth.keypoints().stream().map(Keypoint::at).toList());
                open.studio().apply(edit);
            }
            open.studio()
                    .selectionProperty()
                    .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
            return null;
        });
    }

    private void shoot(String view) throws IOException {
        inEveryDress(view, open::photograph);
    }

    /// Opens a dialog anew in every dress, photographs and closes it.
    private void shootDialog(String view, Runnable opening) throws IOException {
        inEveryDress(
                view,
                () -> {
                    OpenWindow.fx(() -> {
                        opening.run();
                        return null;
                    });
                    OpenWindow.until(() -> open.window.background().running().isEmpty());
                    return OpenWindow.fx(() -> {
                        Window over = otherWindow();
                        WritableImage image = over.getScene().snapshot(null);
                        over.hide();
                        return image;
                    });
                });
    }

    private Window otherWindow() {
        return Window.getWindows().stream()
                .filter(w -> w != open.window.stage())
                .findFirst()
                .orElseThrow();
    }

    private void inEveryDress(String view, Supplier<WritableImage> photograph) throws IOException {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (Language language : Language.values()) {
                OpenWindow.fx(() -> {
                    open.window.setTheme(theme);
                    open.window.setLanguage(language);
                    return null;
                });
                String name = String.join("-", view, theme.name(), language.name());
                write(name.toLowerCase(Locale.ROOT), photograph.get());
            }
        }
    }

    @Test
    void theEmptyWindow() throws IOException {
        shoot("empty");
    }

    @Test
    void theWorkspaceWithAPlateSelectedAndTheFirstStepsAndANotice() throws IOException {
        open.open(home.resolve("match"));
        label();
        shoot("annotate");
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
            open.window.commands().run(Shortcut.SNAP);
            open.window.workspace().orElseThrow().state().stickersProperty().set(true);
            open.window.dismissHint();
            return null;
        });
        OpenWindow.until(() -> open.window.background().running().isEmpty());
        shoot("plate");
    }

    @Test
    void theSheetOfShortcuts() throws IOException {
        shootDialog("sheet", () -> new ShortcutSheet(Keymap.DEFAULTS).show(open.window.stage()));
    }

    @Test
    void theDialogsOfImportAndExport() throws IOException {
        Files.writeString(
                home.resolve("match/frame-1.txt"),
                "9 0.1 0.1 0.1 0.2 0.3 0.2 0.3 0.1\n9 0.1 0.1 0.1\n");
        open.open(home.resolve("match"));
        label();
        inEveryDress(
                "beside",
                () -> {
                    OpenWindow.fx(() -> {
                        open.window
                                .notices()
                                .offer(
                                        Texts.of(StudioWindow.class, "beside", 1),
                                        new Action(Texts.of(StudioWindow.class, "beside.import")));
                        return null;
                    });
                    return open.photograph();
                });
        shootDialog("export", () -> open.window.commands().run(Shortcut.EXPORT));
        shootDialog("import", () -> open.window.commands().run(Shortcut.IMPORT));
    }

    @Test
    void theDialogOfClasses() throws IOException {
        open.open(home.resolve("match"));
        label();
        shootDialog("schema", () -> open.window.commands().run(Shortcut.SCHEMA));
    }

    @Test
    void theSearchForAClassProposedPlatesAndStickersOfWrongOrder() throws IOException {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            open.window.dismissHint();
            return null;
        });
        label();
        inEveryDress(
                "class-search",
                () -> {
                    OpenWindow.fx(() -> {
                        open.window.commands().run(Shortcut.CLASS_SEARCH);
                        return null;
                    });
                    return open.photograph();
                });
        OpenWindow.fx(() -> {
            open.window.workspace().orElseThrow().canvas().requestFocus();
            CanvasState state = open.window.workspace().orElseThrow().state();
            LabelledImage labelled = open.studio().pictureProperty().get().orElseThrow();
            open.studio().show(open.studio().pictures().shown().get(1).id());
            state.proposalProperty()
                    .set(
                            Optional.of(
                                    new CanvasState.Proposal(
                                            open.studio()
                                                    .pictureProperty()
                                                    .get()
                                                    .orElseThrow()
                                                    .id(),
                                            labelled.targets())));
            return null;
        });
        OpenWindow.until(open::hasPixels);
        shoot("proposal");
        OpenWindow.fx(() -> {
            open.window.workspace().orElseThrow().state().stickersProperty().set(true);
            open.studio().show(open.studio().pictures().shown().getFirst().id());
            open.studio()
                    .selectionProperty()
                    .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
            return null;
        });
        OpenWindow.until(open::hasPixels);
        for (Shortcut order :
                new Shortcut[] {
                    Shortcut.FIT, Shortcut.SWAP_SIDES, Shortcut.TURN_POINTS, Shortcut.REVERSE_POINTS
                }) {
            OpenWindow.fx(() -> {
                open.window.commands().run(order);
                CanvasState state = open.window.workspace().orElseThrow().state();
                open.studio().selected().flatMap(Target::extent).ifPresent(state::zoomTo);
                state.viewportProperty().set(state.viewportProperty().get().map(v -> atEight(v)));
                return null;
            });
            write("sticker-800-" + order.id(), open.photograph());
        }
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.ACTUAL_SIZE);
            return null;
        });
        write("sticker-100", open.photograph());
    }

    private static Viewport atEight(Viewport view) {
        return view.zoomedAt(new Point(view.width() / 2, view.height() / 2), 8);
    }

    private static void write(String name, WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        Files.write(SHOTS.resolve(name + ".png"), ImageWriter.png(new Size(width, height), argb));
        assertThat(Arrays.stream(argb).distinct().count()).as(name).isGreaterThan(50);
    }

    @Test
    void picturesOfTheSampleAtFitAndAtEightHundredPercent() throws IOException {
        Path arena = Path.of("samples", "arena");
        Path copy = home.resolve("arena");
        try (Stream<Path> files = Files.walk(arena)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(arena.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        open.open(copy.resolve("data.yaml"));
        OpenWindow.fx(() -> {
            ((Button) open.window.stage().getScene().lookup("#steps-done")).fire();
            return null;
        });
        for (int picture = 0; picture < 3; picture++) {
            int at = picture * 7;
            OpenWindow.fx(() -> {
                open.studio().show(open.studio().pictures().shown().get(at).id());
                open.studio()
                        .selectionProperty()
                        .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
                open.window.commands().run(Shortcut.FIT);
                return null;
            });
            OpenWindow.until(open::hasPixels);
            write("arena-" + picture + "-fit", open.photograph());
            OpenWindow.fx(() -> {
                CanvasState state = open.window.workspace().orElseThrow().state();
                open.studio().selected().flatMap(Target::extent).ifPresent(state::zoomTo);
                state.viewportProperty().set(state.viewportProperty().get().map(v -> atEight(v)));
                return null;
            });
            write("arena-" + picture + "-800", open.photograph());
        }
    }

    @Test
    void theSettings() throws IOException {
        shootDialog("settings", () -> open.window.commands().run(Shortcut.SETTINGS));
        shootDialog(
                "settings-keys",
                () -> {
                    open.window.commands().run(Shortcut.SETTINGS);
                    Parent root = otherWindow().getScene().getRoot();
                    root.applyCss();
                    ((TabPane) root.lookup(".tab-pane")).getSelectionModel().select(1);
                    root.layout();
                    ((Button) root.lookup("#keys-export")).fire();
                    root.lookup("#keys-export")
                            .fireEvent(
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            KeyCode.S,
                                            false,
                                            false,
                                            false,
                                            false));
                });
    }

    @Test
    void theTasksAndWhatLiesBehindAFailure() throws IOException {
        open.open(home.resolve("match"));
        Semaphore go = new Semaphore(0);
        Task<?> exporting =
                OpenWindow.fx(() ->
                        open.window
                                .background()
                                .start(
                                        "Exporting",
                                        progress -> {
                                            progress.at(120, 300);
                                            go.acquireUninterruptibly();
                                            return "";
                                        },
                                        _ -> {},
                                        _ -> {}));
        OpenWindow.until(() -> exporting.getProgress() > 0);
        OpenWindow.fx(() ->
                open.window.background().start("Importing labels", _ -> "", _ -> {}, _ -> {}));
        inEveryDress(
                "tasks",
                () -> {
                    OpenWindow.fx(() -> {
                        ((Button) open.window.stage().getScene().lookup("#status-tasks")).fire();
                        return null;
                    });
                    return OpenWindow.fx(() -> {
                        Window over = otherWindow();
                        WritableImage image = over.getScene().snapshot(null);
                        over.hide();
                        return image;
                    });
                });
        shoot("busy");
        go.release();
        IOException failure = new IOException("the disk is full");
        inEveryDress(
                "failure",
                () -> {
                    OpenWindow.fx(() -> {
                        open.window.fail(failure);
                        return null;
                    });
                    return open.photograph();
                });
        shootDialog("details", () -> FindingsDialog.show(open.window.stage(), failure));
    }
}
