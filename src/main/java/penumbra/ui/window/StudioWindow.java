package penumbra.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.controlsfx.control.action.Action;
import penumbra.data.ImageReader;
import penumbra.data.PictureCache;
import penumbra.data.Thumbnails;
import penumbra.run.RunFolder;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Commands;
import penumbra.ui.Frame;
import penumbra.ui.Fx;
import penumbra.ui.Keymap;
import penumbra.ui.Language;
import penumbra.ui.Notices;
import penumbra.ui.Sentence;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.Theme;
import penumbra.ui.Workspace;
import penumbra.ui.explore.ExploreState;
import penumbra.ui.explore.ExploreWorkspace;
import penumbra.ui.file.FindingsDialog;
import penumbra.ui.train.TrainState;
import penumbra.ui.train.TrainWorkspace;

/// The one window of the program: what is open in it, and how it looks. Its content is built anew
/// when the language or the project changes, so that every text is asked for again.
public final class StudioWindow {

    private static final long PICTURE_BYTES = 384L << 20;
    private static final long THUMBNAIL_BYTES = 24L << 20;
    private static final int THUMBNAIL_SIDE = 128;

    private final Stage stage;
    private final Surroundings around;
    private final Runnable whenClosed;
    private final Background background;
    private final Commands commands = new Commands();
    private final BorderPane root = new BorderPane();
    private final ObservableValue<Boolean> darkDesktop;
    private final Doors doors;
    private final PictureCache pictures;
    private final Thumbnails thumbnails;
    private final Memory memory;
    private final Notices notices = new Notices();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final Workspaces workspaces;
    private Optional<Studio> studio = Optional.empty();
    private Optional<ProjectCommands> beside = Optional.empty();

    /// @param whenClosed runs once the window is closed and everything is on disk
    public StudioWindow(Stage stage, Surroundings around, Runnable whenClosed) {
        this.stage = stage;
        this.around = around;
        this.whenClosed = whenClosed;
        darkDesktop = around.darkDesktop();
        background = new Background(around.pool());
        pictures = new PictureCache(around.pool(), PICTURE_BYTES, ImageReader::read);
        thumbnails = new Thumbnails(around.cache(), THUMBNAIL_SIDE, THUMBNAIL_BYTES, around.pool());
        memory = new Memory(around.settings(), around.io());
        settings().language().use();
        commands.use(settings().keymap());
        doors = new Doors(this, around);
        workspaces = new Workspaces(this, dark, around.starter());
    }

    /// Shows the window, still empty.
    public void show() {
        Frame frame =
                settings()
                        .frame()
                        .onto(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        Scene scene = new Scene(root, frame.width(), frame.height());
        Theme.dress(scene);
        commands.listenTo(scene);
        darkDesktop.addListener((_, _, _) -> applyTheme());
        applyTheme();
        root.setCenter(notices.node());
        build();
        doors.takeDrops(root);
        stage.setScene(scene);
        stage.setX(frame.x());
        stage.setY(frame.y());
        stage.setMaximized(frame.maximised());
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.show();
        if (!memory.leftOut().isEmpty()) {
            notices.offer(String.join(" ", memory.leftOut()));
        }
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
        return workspaces.annotate();
    }

    /// Where the losses of what is open are looked at.
    public Optional<ExploreWorkspace> explore() {
        return workspaces.explore();
    }

    /// How they are looked at.
    public ExploreState exploreState() {
        return workspaces.exploreState();
    }

    /// Where networks are trained on what is open.
    public Optional<TrainWorkspace> train() {
        return workspaces.train();
    }

    /// Which run is looked at, and how.
    public TrainState trainState() {
        return workspaces.trainState();
    }

    /// Where the window says things.
    public Notices notices() {
        return notices;
    }

    /// Says that something failed; what lies behind it is shown on demand.
    public void fail(Throwable failure) {
        notices.fail(
                Sentence.of(failure),
                new Action(
                        Texts.of(StudioWindow.class, "details"),
                        _ -> FindingsDialog.show(stage, failure)));
    }

    public Settings settings() {
        return memory.settings();
    }

    public void setTheme(Theme theme) {
        memory.change(s -> s.withTheme(theme));
        applyTheme();
    }

    public void setLanguage(Language language) {
        memory.change(s -> s.withLanguage(language));
        language.use();
        build();
    }

    /// From now on commands are called by these keys, in menu, tooltips and sheet as well.
    public void setKeymap(Keymap keymap) {
        memory.change(s -> s.withKeymap(keymap));
        commands.use(keymap);
        build();
    }

    /// Shows another workspace of what is open.
    public void setWorkspace(Workspace next) {
        memory.change(s -> s.withWorkspace(next));
        present();
    }

    /// Shows a run in the workspace where networks are trained.
    void look(RunFolder run) {
        workspaces.trainState().look(run);
        setWorkspace(Workspace.TRAIN);
    }

    /// From now on labels are made in the name of that person.
    public void setAnnotator(String annotator) {
        memory.change(s -> s.withAnnotator(annotator));
        studio.ifPresent(s -> s.annotate(annotator));
    }

    void dismissHint() {
        memory.change(Settings::withHintSeen);
    }

    void forgetRecent(String project) {
        memory.change(s -> s.withoutRecent(project));
        root.setTop(top());
    }

    Stage stage() {
        return stage;
    }

    /// What goes on beside the window.
    public Background background() {
        return background;
    }

    /// Runs what takes time.
    Executor pool() {
        return around.pool();
    }

    Commands commands() {
        return commands;
    }

    /// The decoded pictures.
    public PictureCache pictures() {
        return pictures;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    /// Puts a project in the place of what is open, whose edits are waited for on a worker.
    void use(Studio opened) {
        noteView();
        studio.ifPresent(old -> {
            notices.dismiss();
            around.pool().execute(old::close);
        });
        workspaces.close();
        beside.ifPresent(ProjectCommands::close);
        studio = Optional.of(opened);
        beside = Optional.of(ProjectCommands.of(opened, this, doors));
        workspaces.restore(opened, settings().view(opened.file().path()));
        opened.schemaProperty().subscribe((_, _) -> build());
        opened.refusalProperty()
                .subscribe((_, now) -> now.ifPresent(why -> doors.offerRescue(why, opened)));
        opened.onRefused(() -> opened.refusalProperty().get().ifPresent(why -> notices.fail(why)));
        memory.change(s -> s.withRecent(opened.file().path()));
        build();
        opened.refusalProperty().get().ifPresent(notices::offer);
    }

    /// Closes the window once everything is on disk.
    public void close() {
        noteView();
        noteFrame();
        root.setDisable(true);
        beside.ifPresent(ProjectCommands::close);
        Optional<Studio> closing = studio;
        studio = Optional.empty();
        around.pool()
                .execute(() -> {
                    closing.ifPresent(Studio::close);
                    around.io().execute(() -> Fx.later(this::gone));
                });
    }

    private void gone() {
        stage.hide();
        whenClosed.run();
    }

    /// Whether the window is dark now.
    boolean dark() {
        return dark.get();
    }

    private void applyTheme() {
        dark.set(settings().theme().dark(darkDesktop.getValue()));
        Theme.apply(dark.get());
    }

    /// Makes the content anew, in the language and with the keys of now; how the project is looked
    /// at, and what is being said, stays.
    private void build() {
        noteView();
        commands.clear();
        doors.addCommands(commands);
        commands.on(Shortcut.QUIT, this::close);
        commands.on(Shortcut.SETTINGS, () -> new SettingsDialog(this).show());
        commands.on(Shortcut.SHEET, () -> new ShortcutSheet(commands.keymap()).show(stage));
        workspaces.build(studio);
        if (studio.isPresent()) {
            beside.ifPresent(b -> b.addTo(commands));
            for (Workspace each : Workspace.values()) {
                commands.on(each.shortcut(), () -> setWorkspace(each));
            }
            commands.on(Shortcut.NEXT_AREA, () -> workspaces.goRound(shown(), 1));
            commands.on(Shortcut.PREVIOUS_AREA, () -> workspaces.goRound(shown(), -1));
        }
        present();
        stage.titleProperty().unbind();
        studio.ifPresentOrElse(
                s -> stage.titleProperty().bind(Given.title(s)),
                () -> stage.setTitle(Texts.of(StudioWindow.class, "title")));
    }

    private Workspace shown() {
        return workspaces.explore().isPresent() ? settings().workspace() : Workspace.ANNOTATE;
    }

    /// Puts the workspace that was chosen into the window.
    private void present() {
        commands.in(shown());
        notices.over(workspaces.content(shown()).orElseGet(() -> EmptyState.of(doors, commands)));
        root.setBottom(workspaces.below(shown()));
        if (shown().showsLabels()) {
            workspaces.annotate().ifPresent(w -> Fx.later(w.canvas()::requestFocus));
        }
        root.setTop(top());
    }

    private Node top() {
        Node bar = new Menus(this, doors).bar();
        return studio.isPresent() ? WorkspaceSwitch.beside(bar, shown(), commands) : bar;
    }

    private void noteView() {
        studio.ifPresent(s ->
                workspaces
                        .note()
                        .ifPresent(note ->
                                memory.change(old ->
                                        old.withView(s.file().path(), note.view())
                                                .withOverlays(note.overlays()))));
    }

    private void noteFrame() {
        memory.change(old -> old.withFrame(old.frame().after(stage)));
    }
}
