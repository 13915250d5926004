package penumbra.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.ChartImage;
import penumbra.plot.ChartReading;
import penumbra.plot.Skin;
import penumbra.plot.SurfaceChart;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// One chart in the window: drawn off its thread as large as it is shown, first as a draft where
/// that is quicker. A surface is turned with the pointer or the arrow keys.
public final class ChartView extends StackPane {

    private static final double DEGREES_PER_PX = 0.5;
    private static final double DEGREES_PER_KEY = 5;

    /// From the pointer to what is said of its place, px.
    private static final double BESIDE = 14;

    private final ChartLook look;
    private final ImageView image = new ImageView();
    private final Label readOut = new Label();
    private final Newest<Drawn> drawing;
    private final PauseTransition quiet = new PauseTransition(Duration.millis(150));
    private final Consumer<SurfaceChart.View> turned;
    private Optional<Chart> chart = Optional.empty();
    private Optional<Drawn> drawn = Optional.empty();
    private Point2D held = Point2D.ZERO;

    /// What was drawn, of which chart and how.
    private record Drawn(Chart chart, Wish wish, boolean fine, ChartImage image) {}

    /// How it is to be drawn.
    private record Wish(Skin skin, Size size, double scale) {}

    /// @param turned gets where a person wants to see a surface from
    /// @param export gets a chart that a person wants as a file
    public ChartView(
            ChartLook look,
            Executor pool,
            Consumer<SurfaceChart.View> turned,
            BiConsumer<Chart, ChartFormat> export) {
        this.look = look;
        this.turned = turned;
        drawing = new Newest<>(pool, Fx::later, this::show);
        quiet.setOnFinished(_ -> drawn.ifPresent(this::refine));
        image.setManaged(false);
        getChildren().addAll(image, readOut, ExportButton.over(this, this::chart, export));
        readOut.getStyleClass().add("chart-read-out");
        readOut.setId("chart-read-out");
        readOut.setManaged(false);
        readOut.setMouseTransparent(true);
        readOut.setVisible(false);
        setOnMouseMoved(event -> read(new Point(event.getX(), event.getY())));
        setOnMouseExited(_ -> readOut.setVisible(false));
        getStyleClass().add("chart-view");
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        widthProperty().subscribe((_, _) -> draw());
        heightProperty().subscribe((_, _) -> draw());
        Fx.whileShown(this, () -> look.skinProperty().subscribe(_ -> draw()));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnKeyPressed(this::keyed);
    }

    public void show(Chart next) {
        chart = Optional.of(next);
        setAccessibleText(Texts.of(ChartView.class, "plot", next.title()));
        setFocusTraversable(next instanceof SurfaceChart);
        draw();
    }

    /// What is to be seen here.
    public Optional<Chart> chart() {
        return chart;
    }

    /// Whether what is to be seen is seen, as finely as it gets.
    public boolean settled() {
        return drawing.idle()
                && drawn.filter(Drawn::fine).map(Drawn::chart).equals(chart)
                && wish().equals(drawn.map(Drawn::wish));
    }

    private void draw() {
        wish().ifPresent(wish -> chart.ifPresent(next -> drawing.start(() -> first(next, wish))));
    }

    private Optional<Wish> wish() {
        if (getScene() == null
                || getScene().getWindow() == null
                || getWidth() < 40
                || getHeight() < 40) {
            return Optional.empty();
        }
        double scale = getScene().getWindow().getRenderScaleX();
        return Optional.of(
                new Wish(look.skin(), new Size((int) getWidth(), (int) getHeight()), scale));
    }

    private static Drawn first(Chart chart, Wish wish) {
        boolean fine = !(chart instanceof SurfaceChart);
        return new Drawn(
                chart, wish, fine, ChartImage.draft(chart, wish.skin(), wish.size(), wish.scale()));
    }

    private static Drawn fine(Chart chart, Wish wish) {
        return new Drawn(
                chart, wish, true, ChartImage.of(chart, wish.skin(), wish.size(), wish.scale()));
    }

    private void show(Drawn next) {
        drawn = Optional.of(next);
        image.setImage(ChartPixels.of(next.image()));
        image.setFitWidth(next.wish().size().width());
        image.setFitHeight(next.wish().size().height());
        if (next.fine()) {
            quiet.stop();
        } else {
            quiet.playFromStart();
        }
    }

    /// Draws what is shown as a draft again as finely as it gets, unless something newer comes.
    private void refine(Drawn draft) {
        if (drawing.idle()) {
            drawing.start(() -> fine(draft.chart(), draft.wish()));
        }
    }

    /// Says beside the pointer what the chart says there.
    private void read(Point at) {
        List<String> said =
                drawn.filter(d -> chart.equals(Optional.of(d.chart())))
                        .flatMap(d -> d.image().plot())
                        .flatMap(plot -> plot.toAxes(at))
                        .flatMap(place -> chart.map(c -> ChartReading.of(c, place)))
                        .orElse(List.of());
        readOut.setVisible(!said.isEmpty());
        if (!said.isEmpty()) {
            readOut.setText(String.join("\n", said));
            readOut.autosize();
            double right = at.x() + BESIDE;
            boolean fits = right + readOut.getWidth() <= getWidth();
            double x = fits ? right : at.x() - BESIDE - readOut.getWidth();
            double y = Math.min(at.y() + BESIDE, getHeight() - readOut.getHeight());
            readOut.relocate(Math.max(0, x), Math.max(0, y));
        }
    }

    private void pressed(MouseEvent event) {
        held = new Point2D(event.getX(), event.getY());
        if (isFocusTraversable()) {
            requestFocus();
            // Else the pane that scrolls would take the keyboard.
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        turn(
                (held.getX() - now.getX()) * DEGREES_PER_PX,
                (now.getY() - held.getY()) * DEGREES_PER_PX);
        held = now;
    }

    private void keyed(KeyEvent event) {
        if (chart.orElse(null) instanceof SurfaceChart) {
            switch (event.getCode()) {
                case LEFT -> turn(-DEGREES_PER_KEY, 0);
                case RIGHT -> turn(DEGREES_PER_KEY, 0);
                case UP -> turn(0, DEGREES_PER_KEY);
                case DOWN -> turn(0, -DEGREES_PER_KEY);
                default -> {
                    return;
                }
            }
            event.consume();
        }
    }

    private void turn(double right, double up) {
        if (chart.orElse(null) instanceof SurfaceChart surface) {
            turned.accept(surface.view().moved(right, up));
        }
    }
}
