package penumbra.ui.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import penumbra.geometry.Point;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.run.RunControl;
import penumbra.run.RunHistory;
import penumbra.ui.Fx;
import penumbra.ui.Studio;
import penumbra.ui.chart.ChartFiles;
import penumbra.ui.chart.Newest;

/// The run that is looked at: its head, one of its pages, and the scrubber. Charts are computed on
/// a worker, of what comes meanwhile the newest only.
final class RunView {

    private final Studio studio;
    private final TrainState state;
    private final RunHead head;
    private final Scrubber scrubber;
    private final CardBoard board;
    private final PictureStrip strip;
    private final RunsPage runs;
    private final Newest<SequencedMap<Card, Optional<Chart>>> computing;
    private final LandscapeStrip landscape;
    private final StackPane middle = new StackPane();
    private final VBox node;

    RunView(
            Studio studio,
            TrainState state,
            ChartFiles files,
            Executor pool,
            PictureStrip strip,
            RunsPage runs,
            LandscapeWork work,
            Consumer<RunControl.Ask> ask,
            Consumer<WatchedRun> goOn) {
        this.studio = studio;
        this.state = state;
        this.strip = strip;
        this.runs = runs;
        head = new RunHead(ask, goOn);
        scrubber = new Scrubber(state);
        landscape = new LandscapeStrip(state, work);
        board = new CardBoard(files.look(), pool, (c, f) -> export(files, c, f), this::behind);
        computing = new Newest<>(pool, Fx::later, board::show);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinSize(0, 0);
        node =
                new VBox(
                        head.node(),
                        new PageStrip(state, studio.schema()).node(),
                        landscape.node(),
                        middle,
                        scrubber.node());
        Fx.whileShown(node, this::listen);
    }

    Node node() {
        return node;
    }

    CardBoard board() {
        return board;
    }

    /// Whether all that is to be seen is seen.
    boolean settled() {
        return switch (state.pageProperty().get()) {
            case RUNS -> true;
            case PICTURES -> strip.settled();
            default -> computing.idle() && board.settled();
        };
    }

    private Subscription listen() {
        return Subscription.combine(
                state.watchedProperty().subscribe((_, _) -> show()),
                state.besideProperty().subscribe((_, _) -> show()),
                state.pageProperty().subscribe((_, _) -> show()),
                state.optionsProperty().subscribe((_, _) -> show()),
                state.plateProperty().subscribe((_, _) -> show()),
                state.behindProperty().subscribe((_, _) -> show()),
                state.liveProperty().subscribe((_, _) -> show()),
                state.mapsProperty().subscribe((_, _) -> show()),
                state.positionProperty().subscribe(_ -> show()));
    }

    private void show() {
        Optional<WatchedRun> run = state.watchedProperty().get();
        int all = run.map(r -> r.events().size()).orElse(0);
        int count =
                state.liveProperty().get() ? all : Math.min(all, state.positionProperty().get());
        Optional<RunHistory> history = run.map(r -> r.after(count));
        head.show(run, history);
        scrubber.show(run, count);
        landscape.show(run, history);
        Page page = state.pageProperty().get();
        middle.getChildren()
                .setAll(
                        switch (page) {
                            case RUNS -> runs.node();
                            case PICTURES -> strip.node();
                            default -> board.node();
                        });
        run.ifPresentOrElse(
                r -> show(r, history.orElseThrow(), page), () -> board.show(empty(page)));
    }

    private void show(WatchedRun run, RunHistory history, Page page) {
        Shown shown =
                new Shown(
                        run,
                        history,
                        state.besideProperty().get(),
                        state.plateProperty().get(),
                        studio.schema(),
                        state.optionsProperty().get());
        switch (page) {
            case RUNS -> runs.show(run);
            case PICTURES -> strip.show(shown);
            default -> computing.start(() -> charts(shown, page));
        }
    }

    private static SequencedMap<Card, Optional<Chart>> charts(Shown shown, Page page) {
        SequencedMap<Card, Optional<Chart>> charts = new LinkedHashMap<>();
        Cards.on(page).forEach(card -> charts.put(card, card.chart().apply(shown)));
        return charts;
    }

    private static Map<Card, Optional<Chart>> empty(Page page) {
        Map<Card, Optional<Chart>> none = new LinkedHashMap<>();
        Cards.on(page).forEach(card -> none.put(card, Optional.empty()));
        return none;
    }

    /// Shows the plates behind a place of the error distribution.
    private void behind(Point place) {
        state.behindProperty().set(place.x());
        state.pageProperty().set(Page.PICTURES);
    }

    private void export(ChartFiles files, Chart chart, ChartFormat format) {
        files.ask(chart, format, node.getScene().getWindow());
    }
}
