package penumbra.ui.dataset;

import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.controlsfx.control.SegmentedButton;
import penumbra.plot.ColourMap;
import penumbra.plot.dataset.Histogram;
import penumbra.plot.dataset.PositionMap;
import penumbra.text.Texts;

/// Where the plates lie, as colours over a picture. A press on a cell, or Enter on the one that the
/// arrows lead to, leads to its pictures.
final class PositionView {

    private static final double WIDTH = 320;
    private static final double SCALE_WIDTH = 120;
    private static final double SCALE_HEIGHT = 10;

    private final PositionMap map;
    private final Consumer<String> chosen;
    private final double cell;
    private final Canvas canvas;
    private final Canvas scale = new Canvas(SCALE_WIDTH, SCALE_HEIGHT);
    private final Label most = new Label();
    private final Label caption = new Label();
    private final SegmentedButton parts = new SegmentedButton();
    private final VBox node;
    private ToIntFunction<Histogram.Bar> count = Histogram.Bar::total;
    private int column = -1;
    private int row = -1;

    /// @param chosen gets the search that finds what is behind a cell
    PositionView(PositionMap map, Consumer<String> chosen) {
        this.map = map;
        this.chosen = chosen;
        cell = WIDTH / map.columns();
        canvas = new Canvas(WIDTH, cell * map.rows());
        canvas.setId("dataset-map");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setFocusTraversable(true);
        canvas.setCursor(Cursor.HAND);
        canvas.setOnMouseMoved(e -> look((int) (e.getX() / cell), (int) (e.getY() / cell)));
        canvas.setOnMouseClicked(e -> {
            look((int) (e.getX() / cell), (int) (e.getY() / cell));
            choose();
        });
        canvas.setOnKeyPressed(this::press);
        canvas.focusedProperty().subscribe(this::paint);
        for (Label label : new Label[] {most, caption}) {
            label.getStyleClass().add("hint");
        }
        caption.setId("dataset-cell");
        Label title = new Label(text("map.title"));
        title.getStyleClass().add("heading");
        addParts();
        HBox legend = new HBox(6, new Label("0"), scale, most);
        legend.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(6, title, parts, canvas, caption, legend);
        say();
        paint();
    }

    Region node() {
        return node;
    }

    private void addParts() {
        parts.setToggleGroup(null);
        parts.getButtons()
                .setAll(
                        part("all", Histogram.Bar::total),
                        part("train", Histogram.Bar::train),
                        part("val", Histogram.Bar::val));
        parts.getButtons().getFirst().setSelected(true);
    }

    private ToggleButton part(String key, ToIntFunction<Histogram.Bar> of) {
        ToggleButton button = new ToggleButton(text("map." + key));
        button.setId("dataset-map-" + key);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> {
            parts.getButtons().forEach(b -> b.setSelected(b == button));
            count = of;
            paint();
        });
        return button;
    }

    private void press(KeyEvent event) {
        boolean ours = true;
        switch (event.getCode()) {
            case LEFT -> look(column - 1, Math.max(0, row));
            case RIGHT -> look(column + 1, Math.max(0, row));
            case UP -> look(Math.max(0, column), row - 1);
            case DOWN -> look(Math.max(0, column), row + 1);
            case ENTER, SPACE -> choose();
            default -> ours = false;
        }
        if (ours) {
            event.consume();
        }
    }

    private void look(int x, int y) {
        column = Math.clamp(x, 0, map.columns() - 1);
        row = Math.clamp(y, 0, map.rows() - 1);
        say();
        paint();
    }

    private void choose() {
        if (column >= 0 && map.cell(column, row).total() > 0) {
            chosen.accept(map.cell(column, row).query());
        }
    }

    private void say() {
        String text =
                column < 0
                        ? text("map.hint")
                        : text(
                                "map.cell",
                                map.cell(column, row).label(),
                                map.cell(column, row).train(),
                                map.cell(column, row).val());
        caption.setText(text);
        canvas.setAccessibleText(text("map.title") + ". " + text);
    }

    private void paint() {
        int top = map.cells().stream().mapToInt(count).max().orElse(0);
        most.setText(Integer.toString(top));
        GraphicsContext g = canvas.getGraphicsContext2D();
        for (int y = 0; y < map.rows(); y++) {
            for (int x = 0; x < map.columns(); x++) {
                g.setFill(colour(count.applyAsInt(map.cell(x, y)) / (double) Math.max(1, top)));
                g.fillRect(x * cell, y * cell, cell, cell);
            }
        }
        if (column >= 0) {
            g.setStroke(canvas.isFocused() ? Color.WHITE : Color.gray(0.8));
            g.setLineWidth(2);
            g.strokeRect(column * cell + 1, row * cell + 1, cell - 2, cell - 2);
        }
        GraphicsContext s = scale.getGraphicsContext2D();
        for (int x = 0; x < SCALE_WIDTH; x++) {
            s.setFill(colour(x / (SCALE_WIDTH - 1)));
            s.fillRect(x, 0, 1, SCALE_HEIGHT);
        }
    }

    private static Color colour(double share) {
        int rgb = ColourMap.VIRIDIS.rgb(share);
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PositionView.class, key, arguments);
    }
}
