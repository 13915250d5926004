package penumbra.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import penumbra.data.ImageReader;
import penumbra.data.PictureCache;
import penumbra.data.Thumbnails;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Language;
import penumbra.ui.Notices;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.Theme;
import penumbra.ui.canvas.CanvasState;

/// The one window of the program: what is open in it, and how it looks. Its content is built anew
/// when the language or the project changes, so that every text is asked for again.
public final class StudioWindow {

    private static final long PICTURE_BYTES = 384L << 20;
    private static final long THUMBNAIL_BYTES = 64L << 20;
    private static final int THUMBNAIL_SIDE = 128;

    private final Stage stage;
    private final Surroundings around;
    private final Runnable whenClosed;
    private final Background background;
    private final Commands commands = new Commands();
    private final BorderPane root = new BorderPane();
    private final ObservableValue<Boolean> darkDesktop = Fx.darkDesktop();
    private final Doors doors;
    private final PictureCache pictures;
    private final Thumbnails thumbnails;
    private CanvasState canvasState = new CanvasState();
    private Settings settings;
    private Notices notices = new Notices(root);
    private Optional<AnnotateWorkspace> workspace = Optional.empty();
    private Optional<Studio> studio = Optional.empty();

    /// @param whenClosed runs once the window is closed and everything is on disk
    public StudioWindow(Stage stage, Surroundings around, Runnable whenClosed) {
        this.stage = stage;
        this.around = around;
        this.whenClosed = whenClosed;
        background = new Background(around.pool());
        pictures = new PictureCache(around.pool(), PICTURE_BYTES, ImageReader::read);
        thumbnails = new Thumbnails(around.cache(), THUMBNAIL_SIDE, THUMBNAIL_BYTES, around.pool());
        settings = around.settings().read();
        settings.language().use();
        doors = new Doors(this, around);
    }

    /// Shows the window, still empty.
    public void show() {
        Scene scene = new Scene(root, settings.frame().width(), settings.frame().height());
        Theme.dress(scene);
        commands.listenTo(scene);
        darkDesktop.addListener((_, _, _) -> applyTheme());
        applyTheme();
        build();
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.LINK);
            }
        });
        root.setOnDragDropped(event -> {
            event.setDropCompleted(true);
            open(event.getDragboard().getFiles().getFirst().toPath());
        });
        stage.setScene(scene);
        restoreFrame();
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.show();
    }

    /// Opens a project, a folder or a data.yaml in the place of what is open.
    public void open(Path source) {
        doors.open(source);
    }

    /// Opens what was open last, else the sample, else nothing.
    public void openLast() {
        doors.openLast();
    }

    /// What is open.
    public Optional<Studio> studio() {
        return studio;
    }

    /// The workspace of what is open.
    public Optional<AnnotateWorkspace> workspace() {
        return workspace;
    }

    /// Where the window says things.
    public Notices notices() {
        return notices;
    }

    public Settings settings() {
        return settings;
    }

    public void setTheme(Theme theme) {
        settings = settings.withTheme(theme);
        applyTheme();
        remember();
    }

    public void setLanguage(Language language) {
        settings = settings.withLanguage(language);
        language.use();
        build();
        remember();
    }

    void dismissHint() {
        settings = settings.withHintSeen();
        remember();
    }

    Stage stage() {
        return stage;
    }

    Background background() {
        return background;
    }

    Commands commands() {
        return commands;
    }

    PictureCache pictures() {
        return pictures;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    /// Puts a project in the place of what is open, whose edits are waited for on a worker.
    void use(Studio opened) {
        studio.filter(old -> old.store() != opened.store())
                .ifPresent(old -> around.pool().execute(old::close));
        studio = Optional.of(opened);
        canvasState = new CanvasState();
        opened.refusalProperty()
                .subscribe((_, now) -> now.ifPresent(why -> doors.offerRescue(why, opened)));
        opened.onRefused(() -> opened.refusalProperty().get().ifPresent(why -> notices.fail(why)));
        settings = settings.withRecent(opened.file().path());
        build();
        remember();
    }

    /// Closes the window once everything is on disk.
    void close() {
        noteFrame();
        stage.getScene().getRoot().setDisable(true);
        Settings last = settings;
        Optional<Studio> closing = studio;
        studio = Optional.empty();
        around.pool()
                .execute(() -> {
                    closing.ifPresent(Studio::close);
                    around.settings().write(last);
                    Fx.later(() -> {
                        stage.hide();
                        whenClosed.run();
                    });
                });
    }

    private void applyTheme() {
        Theme.apply(settings.theme().dark(darkDesktop.getValue()));
    }

    private void build() {
        noteSplits();
        commands.clear();
        doors.addCommands(commands);
        commands.on(Shortcut.QUIT, this::close);
        commands.on(Shortcut.SHEET, () -> new ShortcutSheet().show(stage));
        StatusStrip status = new StatusStrip(background);
        workspace = studio.map(s -> new AnnotateWorkspace(s, canvasState, this, status));
        Node content =
                workspace
                        .map(AnnotateWorkspace::node)
                        .orElseGet(() -> EmptyState.of(doors, commands));
        notices = new Notices(content);
        root.setTop(new Menus(this, doors).bar());
        root.setCenter(notices.node());
        root.setBottom(status.node());
        stage.titleProperty().unbind();
        studio.ifPresentOrElse(
                this::bindTitle, () -> stage.setTitle(Texts.of(StudioWindow.class, "title")));
        studio.flatMap(s -> s.refusalProperty().get()).ifPresent(notices::offer);
    }

    private void bindTitle(Studio open) {
        String name = open.file().path().getFileName().toString();
        stage.titleProperty()
                .bind(
                        open.savedProperty()
                                .map(saved ->
                                        Texts.of(
                                                StudioWindow.class,
                                                saved ? "title.saved" : "title.saving",
                                                name)));
    }

    private void noteSplits() {
        workspace.ifPresent(w -> {
            List<Double> splits = w.splits();
            settings = settings.withSplits(splits.getFirst(), splits.getLast());
            settings = settings.withOverlays(w.overlays());
        });
    }

    private void noteFrame() {
        noteSplits();
        Settings.Frame old = settings.frame();
        settings =
                settings.withFrame(
                        stage.isMaximized()
                                ? new Settings.Frame(
                                        old.x(), old.y(), old.width(), old.height(), true)
                                : new Settings.Frame(
                                        stage.getX(),
                                        stage.getY(),
                                        stage.getScene().getWidth(),
                                        stage.getScene().getHeight(),
                                        false));
    }

    /// Where it was, when a screen is still there to show it.
    private void restoreFrame() {
        Settings.Frame frame = settings.frame();
        Rectangle2D middle =
                new Rectangle2D(
                        frame.x() + frame.width() / 4, frame.y() + frame.height() / 4, 1, 1);
        boolean seen =
                Screen.getScreens().stream().anyMatch(s -> s.getVisualBounds().contains(middle));
        if (seen) {
            stage.setX(frame.x());
            stage.setY(frame.y());
        }
        stage.setMaximized(frame.maximised());
    }

    private void remember() {
        Settings now = settings;
        around.io().execute(() -> around.settings().write(now));
    }
}
