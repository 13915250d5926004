package penumbra.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.concurrent.Task;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Shortcut;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.file.FindingsDialog;

/// Dialogs, commands on plates and the pictures of the sample.
class DialogScreenshotTest extends Screenshots {

    @Start
    void start(Stage stage) {
        begin(stage);
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
        inEveryDress(
                "tasks",
                () ->
                        whileExporting(() -> {
                            inWindow(() -> only(Button.class, "#status-tasks").fire());
                            return OpenWindow.fx(() -> {
                                Window over = otherWindow();
                                WritableImage image = over.getScene().snapshot(null);
                                note("tasks", over.getScene());
                                over.hide();
                                return image;
                            });
                        }));
        inEveryDress("busy", () -> whileExporting(open::photograph));
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

    /// While one export is at 120 of 300 and another one has just begun.
    private WritableImage whileExporting(Supplier<WritableImage> photograph) {
        Semaphore go = new Semaphore(0);
        String name = Texts.of(StudioWindow.class, "exporting");
        Task<?> first =
                OpenWindow.fx(() ->
                        open.window.background().start(name, work(120, go), _ -> {}, _ -> {}));
        Task<?> second =
                OpenWindow.fx(
                        () -> open.window.background().start(name, work(0, go), _ -> {}, _ -> {}));
        OpenWindow.until(() -> first.getProgress() > 0 && second.getProgress() == 0);
        try {
            return photograph.get();
        } finally {
            go.release(2);
            OpenWindow.until(() -> open.window.background().running().isEmpty());
        }
    }

    private static Background.Work<String> work(long done, Semaphore go) {
        return progress -> {
            progress.at(done, 300);
            go.acquireUninterruptibly();
            return "";
        };
    }

    private static Viewport atEight(Viewport view) {
        return view.zoomedAt(new Point(view.width() / 2, view.height() / 2), 8);
    }
}
