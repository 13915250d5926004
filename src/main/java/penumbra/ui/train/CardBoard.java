package penumbra.ui.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import penumbra.geometry.Point;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.LineChart;
import penumbra.plot.SurfaceChart;
import penumbra.text.Texts;
import penumbra.ui.chart.ChartLook;
import penumbra.ui.chart.ChartView;
import penumbra.ui.chart.LiveChart;

/// The cards of a page in two columns that fill the space. Lines are drawn live, a card a frame in
/// turn; everything else by a worker.
final class CardBoard {

    /// Share of the height, %, that two charts have above a wide one.
    private static final double TALL = 60;

    private final ChartLook look;
    private final Executor pool;
    private final BiConsumer<Chart, ChartFormat> export;
    private final Consumer<Point> chosen;
    private final GridPane grid = new GridPane(1, 1);
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, SurfaceChart.View> views = new HashMap<>();
    private int turn;

    /// A card's place: the chart, or why there is none.
    private record Slot(StackPane pane, Optional<LiveChart> live, Optional<ChartView> still) {}

    /// @param chosen gets a place of the error distribution that was clicked
    CardBoard(
            ChartLook look,
            Executor pool,
            BiConsumer<Chart, ChartFormat> export,
            Consumer<Point> chosen) {
        this.look = look;
        this.pool = pool;
        this.export = export;
        this.chosen = chosen;
        grid.getStyleClass().add("chart-board");
        grid.setId("train-board");
    }

    Node node() {
        return grid;
    }

    /// Shows a chart for each card, and why there is none for the others.
    void show(Map<Card, Optional<Chart>> charts) {
        List<String> ids = charts.keySet().stream().map(Card::id).toList();
        if (!ids.equals(List.copyOf(slots.keySet()))) {
            slots.clear();
            ids.forEach(id -> slots.put(id, new Slot(new StackPane(), empty(), empty())));
            arrange();
        }
        charts.forEach((card, chart) -> {
            Slot next = filled(card, slots.get(card.id()), chart);
            slots.put(card.id(), next);
        });
    }

    private static <T> Optional<T> empty() {
        return Optional.empty();
    }

    private Slot filled(Card card, Slot slot, Optional<Chart> chart) {
        if (chart.isEmpty()) {
            Label nothing = new Label(Texts.of(CardBoard.class, "nothing." + card.id()));
            nothing.setWrapText(true);
            nothing.getStyleClass().add("hint");
            slot.pane().getChildren().setAll(nothing);
            return new Slot(slot.pane(), empty(), empty());
        }
        if (chart.get() instanceof LineChart lines) {
            LiveChart live = slot.live().orElseGet(() -> live(card));
            live.show(lines);
            put(slot.pane(), live);
            return new Slot(slot.pane(), Optional.of(live), empty());
        }
        ChartView still = slot.still().orElseGet(() -> still(card));
        still.show(seen(card, chart.get()));
        put(slot.pane(), still);
        return new Slot(slot.pane(), empty(), Optional.of(still));
    }

    /// A chart that is no line; a surface is turned by a person.
    private ChartView still(Card card) {
        return new ChartView(
                look,
                pool,
                view -> {
                    views.put(card.id(), view);
                    Slot slot = slots.get(card.id());
                    slot.still().ifPresent(s -> s.chart().ifPresent(c -> s.show(seen(card, c))));
                },
                export);
    }

    private Chart seen(Card card, Chart chart) {
        return chart instanceof SurfaceChart surface && views.containsKey(card.id())
                ? surface.seenFrom(views.get(card.id()))
                : chart;
    }

    private static void put(StackPane pane, Node node) {
        if (!pane.getChildren().equals(List.of(node))) {
            pane.getChildren().setAll(node);
        }
    }

    private LiveChart live(Card card) {
        LiveChart live = new LiveChart(look, export);
        live.setId("card-" + card.id());
        if (card.id().equals(Cards.CED)) {
            live.onChosen(chosen);
        }
        return live;
    }

    /// Draws the next card that is not as it should be seen.
    ///
    /// @return whether there was one
    boolean refresh() {
        List<LiveChart> live = live();
        for (int i = 0; i < live.size(); i++) {
            turn = (turn + 1) % live.size();
            if (live.get(turn).refresh()) {
                return true;
            }
        }
        return false;
    }

    private List<LiveChart> live() {
        return slots.values().stream().flatMap(s -> s.live().stream()).toList();
    }

    /// What is to be seen, by the ids of the cards.
    Map<String, Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        slots.forEach((id, slot) -> {
            slot.live().flatMap(LiveChart::chart).ifPresent(c -> charts.put(id, c));
            slot.still().flatMap(ChartView::chart).ifPresent(c -> charts.put(id, c));
        });
        return charts;
    }

    /// Whether all that is to be seen is seen.
    boolean settled() {
        return slots.values().stream()
                .allMatch(s ->
                        s.live().map(LiveChart::settled).orElse(true)
                                && s.still().map(ChartView::settled).orElse(true));
    }

    private void arrange() {
        List<Slot> all = new ArrayList<>(slots.values());
        int columns = all.size() == 1 ? 1 : 2;
        int rows = Math.ceilDiv(all.size(), columns);
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(share);
        }
        boolean tallFirst = all.size() == 3;
        for (int i = 0; i < rows; i++) {
            RowConstraints share = new RowConstraints();
            share.setPercentHeight(tallFirst ? i == 0 ? TALL : 100 - TALL : 100.0 / rows);
            grid.getRowConstraints().add(share);
        }
        for (int i = 0; i < all.size(); i++) {
            boolean wide = i == all.size() - 1 && i % columns == 0;
            all.get(i).pane().getStyleClass().add("chart-view");
            all.get(i).pane().setMinSize(0, 0);
            grid.add(all.get(i).pane(), i % columns, i / columns, wide ? columns : 1, 1);
        }
    }
}
