package penumbra.ui.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.concurrent.Task;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import penumbra.format.Progress;
import penumbra.geometry.CameraMatrix;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;

/// All plates of the project as rows to sort by any of their figures, distance and yaw among them,
/// computed on a worker. What is not known comes last, whichever way they are sorted.
final class PlateTable {

    private static final double FIGURE = 88;

    private final Studio studio;
    private final Background background;
    private final Keymap keymap;
    private final DatasetWindow.Ways ways;
    private final TableView<PlateRow> table = new TableView<>();
    private final Map<TableColumn<PlateRow, ?>, Comparator<PlateRow>> upward = new HashMap<>();
    private final Map<TableColumn<PlateRow, ?>, Comparator<PlateRow>> downward = new HashMap<>();
    private final Label hint = new Label();
    private final VBox node;
    private Optional<Task<?>> running = Optional.empty();

    PlateTable(Studio studio, Background background, Keymap keymap, DatasetWindow.Ways ways) {
        this.studio = studio;
        this.background = background;
        this.keymap = keymap;
        this.ways = ways;
        words("picture", 170, PlateRow::picture);
        words("class", 64, PlateRow::className);
        figures("bar", "%.1f", PlateRow::bar);
        figures("width", "%.1f", PlateRow::width);
        figures("brightness", "%.1f", row -> row.brightness(studio.lightProperty().get()));
        figures("distance", "%.3f", PlateRow::distance);
        figures("distance-deviation", "%.3f", PlateRow::distanceDeviation);
        figures("yaw", "%+.1f", PlateRow::yaw);
        figures("yaw-deviation", "%.1f", PlateRow::yawDeviation);
        figures("other-yaw", "%+.1f", PlateRow::otherYaw);
        table.setId("dataset-table");
        table.setAccessibleText(text("plates.table"));
        table.setPlaceholder(new Label(text("plates.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setSortPolicy(this::sort);
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                look();
            }
        });
        table.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                look();
            }
        });
        hint.getStyleClass().add("hint");
        hint.setId("dataset-pose");
        hint.setWrapText(true);
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(10, hint, table);
        node.setPadding(new Insets(16));
        Fx.whileShown(node, this::listen);
    }

    Node node() {
        return node;
    }

    private Subscription listen() {
        return Subscription.combine(
                studio.lightProperty().subscribe((_, _) -> table.refresh()),
                studio.cameraProperty().subscribe(_ -> compute()),
                () -> running.ifPresent(Task::cancel));
    }

    private void compute() {
        running.ifPresent(Task::cancel);
        List<LabelledImage> pictures = studio.pictures().all();
        Schema schema = studio.schema();
        Optional<CameraMatrix> camera = studio.cameraProperty().get();
        String source = schema.noise().isPresent() ? "plates.measured" : "plates.assumed";
        hint.setText(
                camera.isPresent()
                        ? text(source)
                        : text("plates.camera", keymap.text(Shortcut.CAMERA)));
        running =
                Optional.of(
                        background.start(
                                text("plates.counting"),
                                progress -> rows(pictures, schema, camera, progress),
                                this::show,
                                ways.fail()));
    }

    private static List<PlateRow> rows(
            List<LabelledImage> pictures,
            Schema schema,
            Optional<CameraMatrix> camera,
            Progress progress) {
        List<PlateRow> rows = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            progress.at(i, pictures.size());
            for (Target target : pictures.get(i).targets()) {
                rows.add(PlateRow.of(pictures.get(i), target, schema, camera));
            }
        }
        return rows;
    }

    private void show(List<PlateRow> rows) {
        running = Optional.empty();
        Optional<PlateRow> at = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        table.setItems(FXCollections.observableArrayList(rows));
        sort(table);
        at.flatMap(a -> rows.stream().filter(r -> r.plate().equals(a.plate())).findFirst())
                .ifPresent(table.getSelectionModel()::select);
    }

    private void look() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(row -> ways.plate().accept(row.plate()));
    }

    private boolean sort(TableView<PlateRow> sorted) {
        sorted.getSortOrder().stream()
                .map(c ->
                        (c.getSortType() == TableColumn.SortType.ASCENDING ? upward : downward)
                                .get(c))
                .reduce(Comparator::thenComparing)
                .ifPresent(order -> FXCollections.sort(sorted.getItems(), order));
        return true;
    }

    private void words(String key, double width, Function<PlateRow, String> of) {
        TableColumn<PlateRow, String> column = column(key, of);
        column.setPrefWidth(width);
        upward.put(column, Comparator.comparing(of));
        downward.put(column, Comparator.comparing(of).reversed());
    }

    private void figures(String key, String form, ToDoubleFunction<PlateRow> of) {
        TableColumn<PlateRow, String> column =
                column(
                        key,
                        row -> {
                            double value = of.applyAsDouble(row);
                            return Double.isNaN(value)
                                    ? ""
                                    : String.format(Locale.ROOT, form, value);
                        });
        column.setPrefWidth(FIGURE);
        column.getStyleClass().add("number");
        upward.put(column, Comparator.comparingDouble(of));
        downward.put(
                column,
                Comparator.comparingDouble(row -> {
                    double value = of.applyAsDouble(row);
                    return Double.isNaN(value) ? value : -value;
                }));
    }

    private TableColumn<PlateRow, String> column(String key, Function<PlateRow, String> of) {
        TableColumn<PlateRow, String> column = new TableColumn<>(text("plates." + key));
        column.setId("plates-" + key);
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(of.apply(r.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PlateTable.class, key, arguments);
    }
}
