package penumbra.ui.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;
import penumbra.ui.Studio;
import penumbra.ui.chart.ChartFiles;
import penumbra.ui.chart.ChartLook;
import penumbra.ui.chart.ChartView;
import penumbra.ui.chart.Newest;

/// The workspace in which losses are looked at: what is explored to the left, its charts to the
/// right. It follows the selection of the studio.
public final class ExploreWorkspace {

    private static final double LEFT = 330;

    /// What the workspace is given by the window.
    ///
    /// @param dark whether the window is dark, as it changes
    /// @param pool computes and draws
    /// @param background writes files
    /// @param tell gets a sentence about what was done
    /// @param fail gets what went wrong
    public record Around(
            ObservableValue<Boolean> dark,
            Executor pool,
            Background background,
            Consumer<String> tell,
            Consumer<Throwable> fail) {}

    private final Studio studio;
    private final ExploreState state;
    private final ChartLook look;
    private final ChartFiles files;
    private final ChartBoard board;
    private final PlatePanel panel;
    private final Newest<List<Chart>> computing;
    private final Label nothing = new Label(text("nothing"));
    private final List<Node> areas;
    private final SplitPane node;

    public ExploreWorkspace(Studio studio, ExploreState state, Around around) {
        this.studio = studio;
        this.state = state;
        look = new ChartLook(around.dark());
        files = new ChartFiles(look, around.background(), around.tell(), around.fail());
        panel = new PlatePanel(studio, state);
        board = new ChartBoard(look, around.pool(), state.angleProperty()::set, this::ask);
        computing = new Newest<>(around.pool(), Fx::later, this::show);
        StackPane middle = new StackPane(board.node(), nothing);
        VBox.setVgrow(middle, Priority.ALWAYS);
        nothing.getStyleClass().add("hint");
        Node strip = new ViewStrip(state).node();
        VBox right = new VBox(strip, middle);
        Node left = left();
        areas = List.of(strip, left, board.node());
        node = new SplitPane(left, right);
        node.setDividerPositions(0.24);
        node.setId("explore");
        SplitPane.setResizableWithParent(left, false);
        Fx.whileShown(node, this::listen);
    }

    private Node left() {
        Label losses = new Label(text("losses"));
        losses.getStyleClass().add("heading");
        losses.setPadding(new Insets(12, 0, 4, 0));
        VBox all = new VBox(panel.node(), losses, new LossList(state, look).node());
        all.setPadding(new Insets(10));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(LEFT);
        scroll.setPrefWidth(LEFT);
        scroll.getStyleClass().addAll("inspector", "explore-side");
        return scroll;
    }

    /// Its parts, for the keyboard's way round them.
    public List<Node> areas() {
        return areas;
    }

    public Node node() {
        return node;
    }

    /// What is shown now.
    public List<Chart> charts() {
        return board.views().stream().flatMap(view -> view.chart().stream()).toList();
    }

    /// Whether all that is to be seen is seen.
    public boolean settled() {
        return computing.idle() && board.views().stream().allMatch(ChartView::settled);
    }

    private Subscription listen() {
        return Subscription.combine(
                state.onChange(this::compute),
                state.angleProperty().subscribe((_, angle) -> board.turn(angle)),
                studio.pictureProperty().subscribe((_, _) -> compute()),
                studio.selectionProperty().subscribe(_ -> compute()));
    }

    private void compute() {
        PlateSource source = PlateSource.of(studio, state.inputProperty().get());
        ChartRequest request = state.request(source.plate());
        panel.show(source, request);
        nothing.setVisible(request.losses().isEmpty());
        board.node().setVisible(!request.losses().isEmpty());
        computing.start(request::charts);
    }

    private void ask(Chart chart, ChartFormat format) {
        files.ask(chart, format, node.getScene().getWindow());
    }

    private void show(List<Chart> charts) {
        board.show(charts);
        board.turn(state.angleProperty().get());
    }

    /// Writes a chart as it is shown now into a file, which the person agreed to replace.
    public void export(Chart chart, ChartFormat format, Path file) {
        files.write(chart, format, file);
    }

    private static String text(String key) {
        return Texts.of(ExploreWorkspace.class, key);
    }
}
