package penumbra.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// All runs of the project, a row each. The run that is chosen last is looked at, others that are
/// chosen with it lie beside it.
final class RunTable {

    private final ObservableList<WatchedRun> runs = FXCollections.observableArrayList();
    private final FilteredList<WatchedRun> shown = new FilteredList<>(runs);
    private final TableView<WatchedRun> table = new TableView<>();
    private final TextField filter = new TextField();
    private final BiConsumer<WatchedRun, List<WatchedRun>> chosen;
    private final VBox node;
    private boolean refilling;

    /// @param chosen gets the run to be looked at and those beside it
    RunTable(TrainState state, BiConsumer<WatchedRun, List<WatchedRun>> chosen) {
        this.chosen = chosen;
        filter.setId("train-filter");
        filter.setPromptText(text("filter"));
        filter.setAccessibleText(text("filter"));
        filter.textProperty().bindBidirectional(state.filterProperty());
        filter.textProperty().subscribe(line -> shown.setPredicate(r -> matches(r, line)));
        table.setId("train-table");
        table.setAccessibleText(text("table"));
        SortedList<WatchedRun> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new Label(text("none")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<WatchedRun>) _ -> choose());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("name", 120, WatchedRun::name);
        column("method", 90, r -> r.record().method().id());
        column("parameters", 112, r -> r.record().argument("loss_param").orElse(""));
        column("seed", 60, r -> r.record().seed().isPresent() ? r.record().seed().getAsInt() : -1);
        column("epochs", 76, r -> r.history().epochs().size());
        column("best", 60, r -> r.history().best().map(TrainingEvent.Epoch::epoch).orElse(0));
        column("rmse", 80, r -> best(r).map(v -> number(v.labels().rmse())).orElse(""));
        column("auc", 65, r -> best(r).map(v -> number(v.labels().auc())).orElse(""));
        column("map", 94, r -> best(r).map(v -> number(v.keypoints().map())).orElse(""));
        column("time", 70, r -> RunHead.time(r.history().seconds()));
        column("state", 96, RunHead::words);
        column("notes", 120, r -> r.record().notes().lines().findFirst().orElse(""));
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(6, filter, table);
        Fx.whileShown(node, () -> state.knownProperty().subscribe(this::fill));
    }

    Node node() {
        return node;
    }

    /// The rows that are chosen, in the order of the table.
    List<WatchedRun> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /// Chooses runs by their names.
    void choose(List<String> names) {
        table.getSelectionModel().clearSelection();
        for (WatchedRun run : table.getItems()) {
            if (names.contains(run.name())) {
                table.getSelectionModel().select(run);
            }
        }
    }

    private void fill(List<WatchedRun> known) {
        List<String> names = chosen().stream().map(WatchedRun::name).toList();
        refilling = true;
        runs.setAll(known);
        choose(names);
        refilling = false;
    }

    private void choose() {
        List<WatchedRun> all = chosen();
        if (!refilling && !all.isEmpty()) {
            // While many are chosen at once, which is the last is told after which they are.
            WatchedRun last =
                    Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                            .filter(all::contains)
                            .orElseGet(all::getLast);
            List<WatchedRun> others = new ArrayList<>(all);
            others.remove(last);
            chosen.accept(last, others);
        }
    }

    /// Whether every word is in what a row says.
    static boolean matches(WatchedRun run, String line) {
        String said =
                String.join(" ", run.name(), run.record().notes(), run.record().config().toString())
                        .toLowerCase(Locale.ROOT);
        return line.toLowerCase(Locale.ROOT).strip().lines().findFirst().stream()
                .flatMap(l -> List.of(l.split("\\s+")).stream())
                .allMatch(said::contains);
    }

    private static Optional<TrainingEvent.Validation> best(WatchedRun run) {
        return run.history().best().flatMap(TrainingEvent.Epoch::validation);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    private <T> void column(String key, double width, Function<WatchedRun, T> value) {
        TableColumn<WatchedRun, T> column = new TableColumn<>(text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(value.apply(r.getValue())));
        table.getColumns().add(column);
    }

    private static String text(String key) {
        return Texts.of(RunTable.class, "table." + key);
    }
}
