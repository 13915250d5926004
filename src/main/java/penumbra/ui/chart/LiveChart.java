package penumbra.ui.chart;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jfree.chart.fx.ChartCanvas;
import penumbra.geometry.Point;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.LineChart;
import penumbra.plot.Plotted;
import penumbra.plot.Skin;
import penumbra.text.Texts;

/// Lines that change while they are looked at, on a canvas of JFreeChart-FX. Drawn when [#refresh]
/// is called, so that of what comes between two pulses only the last is.
public final class LiveChart extends StackPane {

    private static final double LEAST = 60;

    private final ChartLook look;
    private Optional<LineChart> chart = Optional.empty();
    private Optional<Skin> skin = Optional.empty();
    private Optional<Plotted> plotted = Optional.empty();
    private Optional<ChartCanvas> canvas = Optional.empty();
    private Optional<Consumer<Point>> chosen = Optional.empty();

    /// @param export gets a chart that a person wants as a file
    public LiveChart(ChartLook look, BiConsumer<Chart, ChartFormat> export) {
        this.look = look;
        getChildren().add(ExportButton.over(this, () -> chart.map(Chart.class::cast), export));
        getStyleClass().add("chart-view");
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// From now on that is to be seen.
    public void show(LineChart next) {
        if (!chart.equals(Optional.of(next))) {
            chart = Optional.of(next);
            plotted = Optional.empty();
            setAccessibleText(Texts.of(LiveChart.class, "plot", next.title()));
        }
    }

    /// What is to be seen.
    public Optional<LineChart> chart() {
        return chart;
    }

    /// A place of the plot that is clicked goes there, in units of the axes.
    public void onChosen(Consumer<Point> listener) {
        chosen = Optional.of(listener);
        setCursor(Cursor.CROSSHAIR);
    }

    /// Whether what is to be seen is seen.
    public boolean settled() {
        return plotted.isPresent() && skin.equals(Optional.of(look.skin())) || !visible();
    }

    /// Draws what is to be seen unless it is seen.
    ///
    /// @return whether anything was drawn
    public boolean refresh() {
        if (settled() || chart.isEmpty()) {
            return false;
        }
        Plotted next = Plotted.of(chart.get(), look.skin());
        skin = Optional.of(look.skin());
        plotted = Optional.of(next);
        if (canvas.isPresent()) {
            canvas.get().setChart(next.drawn());
        } else {
            put(new ChartCanvas(next.drawn()));
        }
        return true;
    }

    private void put(ChartCanvas made) {
        canvas = Optional.of(made);
        made.setTooltipEnabled(false);
        made.setManaged(false);
        made.setFocusTraversable(false);
        getChildren().addFirst(made);
        requestLayout();
    }

    private boolean visible() {
        return getScene() != null && getWidth() >= LEAST && getHeight() >= LEAST;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        canvas.ifPresent(c -> {
            c.setWidth(getWidth());
            c.setHeight(getHeight());
        });
    }

    private void clicked(MouseEvent event) {
        chosen.ifPresent(listener ->
                plotted.flatMap(p ->
                                canvas.flatMap(c ->
                                        p.at(c.getRenderingInfo(), event.getX(), event.getY())))
                        .ifPresent(listener));
    }
}
