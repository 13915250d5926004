package penumbra.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.data.PictureCache;
import penumbra.plot.Chart;
import penumbra.run.RunControl;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.run.TrainProcess;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.chart.ChartFiles;
import penumbra.ui.chart.ChartLook;
import penumbra.ui.chart.Newest;

/// The workspace in which a network is trained: what the next run is told to the left, the run that
/// is looked at to the right.
public final class TrainWorkspace {

    private static final Logger LOG = LoggerFactory.getLogger(TrainWorkspace.class);
    private static final double LEFT = 380;

    /// What the workspace is given by the window.
    ///
    /// @param dark whether the window is dark, as it changes
    /// @param pool reads, computes and draws
    /// @param pictures decoded
    /// @param background does what a person waits for
    /// @param starter of the processes that train
    /// @param tell gets a sentence about what was done or why not
    /// @param crashed gets a sentence about a run whose process failed, and its last lines
    /// @param fail gets what went wrong
    public record Around(
            ObservableValue<Boolean> dark,
            Executor pool,
            PictureCache pictures,
            Background background,
            Starter starter,
            Consumer<String> tell,
            BiConsumer<String, String> crashed,
            Consumer<Throwable> fail) {}

    private final TrainState state;
    private final Around around;
    private final Path runs;
    private final RunQueue queue;
    private final Launch launch;
    private final RunView view;
    private final RunWatch watch;
    private final Newest<List<WatchedRun>> listing;
    private final Newest<List<WatchedRun>> readingBeside;
    private final SplitPane node;

    public TrainWorkspace(Studio studio, TrainState state, Around around) {
        this.state = state;
        this.around = around;
        runs = Launch.runs(studio);
        RunForm form = new RunForm(state, around.background());
        queue =
                new RunQueue(
                        state,
                        around.starter(),
                        around.background(),
                        this::begun,
                        this::crashed,
                        around.fail());
        launch =
                new Launch(
                        studio,
                        state,
                        form,
                        queue,
                        around.background(),
                        around.tell(),
                        around.fail());
        StartPanel left =
                new StartPanel(
                        state, form, launch::start, launch::check, this::sweep, queue::remove);
        ChartFiles files =
                new ChartFiles(
                        new ChartLook(around.dark()),
                        around.background(),
                        around.tell(),
                        around.fail());
        RunTable table = new RunTable(state, this::look);
        view =
                new RunView(
                        studio,
                        state,
                        files,
                        around.pool(),
                        new PictureStrip(state, around.pictures(), studio.file().folder()),
                        new RunsPage(
                                table,
                                new NotesField(around.background(), this::list, around.fail()),
                                new ComparisonView(
                                        files, table::chosen, runs.resolveSibling("comparison"))),
                        new LandscapeWork(
                                state,
                                around.starter(),
                                around.background(),
                                around.crashed(),
                                around.fail()),
                        this::ask,
                        launch::resume);
        node = new SplitPane(left.node(), view.node());
        node.setId("train");
        node.setDividerPositions(0.27);
        SplitPane.setResizableWithParent(left.node(), false);
        left.setWidth(LEFT);
        watch = new RunWatch(around.pool(), this::news, view.board()::refresh);
        watch.whileShown(node);
        listing = new Newest<>(around.pool(), Fx::later, this::listed);
        readingBeside = new Newest<>(around.pool(), Fx::later, state.besideProperty()::set);
        Fx.whileShown(node, () -> listen(studio));
    }

    public Node node() {
        return node;
    }

    /// Wires what can be done from the keyboard.
    public void addCommands(Commands commands) {
        commands.on(Shortcut.START_RUN, launch::start);
        commands.on(Shortcut.PAUSE_RUN, this::pause);
    }

    private void sweep() {
        new SweepDialog(node.getScene().getWindow()).show(launch::sweep);
    }

    private void pause() {
        state.watchedProperty()
                .get()
                .filter(WatchedRun::alive)
                .ifPresent(run ->
                        ask(
                                run.history().state() == RunHistory.State.PAUSED
                                        ? RunControl.Ask.CONTINUE
                                        : RunControl.Ask.PAUSE));
    }

    /// What is shown now, by the ids of the cards.
    public Map<String, Chart> charts() {
        return view.board().charts();
    }

    /// Whether all that is to be seen is seen.
    public boolean settled() {
        return listing.idle() && readingBeside.idle() && view.settled();
    }

    private Subscription listen(Studio studio) {
        list();
        return Subscription.combine(
                state.runProperty().subscribe(watch::look),
                // An import may bring smaller plates, which want a larger input.
                studio.onStep(_ -> suggest()),
                state.saidProperty().map(_ -> launch.head()).subscribe((_, _) -> suggest()));
    }

    /// Reads which runs there are.
    private void list() {
        listing.start(() -> read(known(), false));
    }

    private List<RunFolder> known() {
        try {
            return RunFolder.in(runs);
        } catch (IOException e) {
            LOG.warn("runs could not be listed", e);
            return List.of();
        }
    }

    private static List<WatchedRun> read(List<RunFolder> folders, boolean withPlates) {
        List<WatchedRun> read = new ArrayList<>();
        for (RunFolder folder : folders) {
            try {
                read.add(new RunReader(folder, withPlates).next());
            } catch (IOException e) {
                LOG.warn("a run could not be read", e);
            }
        }
        return read;
    }

    private void listed(List<WatchedRun> known) {
        state.knownProperty().set(known);
        suggest();
        Optional<WatchedRun> alive = known.stream().filter(WatchedRun::alive).findFirst();
        if (state.runProperty().get().isEmpty()) {
            alive.or(() -> known.stream().reduce((_, last) -> last))
                    .ifPresent(r -> state.look(r.folder()));
        }
        if (!state.busyProperty().get()) {
            alive.ifPresent(r -> waitFor(r.folder()));
        }
    }

    private void suggest() {
        launch.suggest(state.knownProperty().get().stream().map(WatchedRun::record).toList());
    }

    private void waitFor(RunFolder run) {
        try {
            TrainProcess.find(run).ifPresent(queue::waitFor);
        } catch (IOException e) {
            around.fail().accept(e);
        }
    }

    private void look(WatchedRun run, List<WatchedRun> beside) {
        state.look(run.folder());
        List<RunFolder> folders = beside.stream().map(WatchedRun::folder).toList();
        readingBeside.start(() -> read(folders, true));
    }

    private void news(WatchedRun run) {
        boolean ended = state.watchedProperty().get().filter(WatchedRun::alive).isPresent();
        state.watchedProperty().set(Optional.of(run));
        if (ended != run.alive()) {
            list();
        }
    }

    private void begun(RunFolder run) {
        state.look(run);
        state.liveProperty().set(true);
        if (state.pageProperty().get() == Page.RUNS) {
            state.pageProperty().set(Page.OVERVIEW);
        }
    }

    private void crashed(RunFolder run, List<String> last) {
        around.crashed()
                .accept(
                        Texts.of(TrainWorkspace.class, "crashed", run.name()),
                        String.join("\n", last));
        list();
    }

    private void ask(RunControl.Ask ask) {
        state.runProperty()
                .get()
                .ifPresent(run ->
                        around.background()
                                .start(
                                        Texts.of(TrainWorkspace.class, "asking"),
                                        _ -> {
                                            run.control().ask(ask);
                                            return run;
                                        },
                                        _ -> {},
                                        around.fail()));
    }
}
