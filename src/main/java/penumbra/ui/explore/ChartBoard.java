package penumbra.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.SurfaceChart;
import penumbra.ui.chart.ChartLook;
import penumbra.ui.chart.ChartView;

/// The charts of a view in two rows that fill the space; wider than it only where charts would
/// become too narrow to read.
final class ChartBoard {

    private static final double LEAST_WIDTH = 340;
    private static final int ROWS = 2;

    private final ChartLook look;
    private final Executor pool;
    private final Consumer<SurfaceChart.View> turned;
    private final BiConsumer<Chart, ChartFormat> export;
    private final GridPane grid = new GridPane(1, 1);
    private final ScrollPane node = new ScrollPane(grid);
    private final List<ChartView> views = new ArrayList<>();

    ChartBoard(
            ChartLook look,
            Executor pool,
            Consumer<SurfaceChart.View> turned,
            BiConsumer<Chart, ChartFormat> export) {
        this.look = look;
        this.pool = pool;
        this.turned = turned;
        this.export = export;
        grid.getStyleClass().add("chart-board");
        for (int i = 0; i < ROWS; i++) {
            RowConstraints half = new RowConstraints();
            half.setPercentHeight(100.0 / ROWS);
            grid.getRowConstraints().add(half);
        }
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.getStyleClass().add("edge-to-edge");
    }

    Node node() {
        return node;
    }

    List<ChartView> views() {
        return List.copyOf(views);
    }

    void show(List<Chart> charts) {
        if (charts.size() != views.size()) {
            arrange(charts.size());
        }
        for (int i = 0; i < charts.size(); i++) {
            views.get(i).show(charts.get(i));
        }
    }

    /// Sees all surfaces from there.
    void turn(SurfaceChart.View angle) {
        for (ChartView view : views) {
            if (view.chart().orElse(null) instanceof SurfaceChart surface) {
                view.show(surface.seenFrom(angle));
            }
        }
    }

    /// Row by row; with an odd number the first is as wide as two.
    private void arrange(int count) {
        while (views.size() < count) {
            views.add(new ChartView(look, pool, turned, export));
        }
        views.subList(count, views.size()).clear();
        int columns = Math.ceilDiv(count, ROWS);
        boolean odd = columns * ROWS > count;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints share =
                    new ColumnConstraints(LEAST_WIDTH, LEAST_WIDTH, Double.MAX_VALUE);
            share.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(share);
        }
        for (int i = 0; i < count; i++) {
            int place = odd && i > 0 ? i + 1 : i;
            grid.add(views.get(i), place % columns, place / columns, odd && i == 0 ? 2 : 1, 1);
        }
        grid.setMinWidth(columns * LEAST_WIDTH);
    }
}
