package penumbra.ui.inspect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;
import penumbra.text.Texts;

/// One keypoint: its name, its coordinates and its visibility, all of which can be changed.
///
/// Coordinates are shown to a hundredth of a px and kept as they are: only what a person types
/// takes the place of a coordinate.
final class PointRow {

    private final Label name;
    private final TextField x = new TextField();
    private final TextField y = new TextField();
    private final Button visibility = new Button();
    private final FontIcon icon = new FontIcon();
    private final Consumer<Point> placed;
    private final String hint;
    private Optional<Keypoint> shown = Optional.empty();

    /// @param placed gets the place that was typed
    /// @param cycle goes on to the next visibility
    /// @param hint what of the visibility's button a tooltip says besides
    PointRow(String keypoint, Consumer<Point> placed, Runnable cycle, String hint) {
        this.hint = hint;
        this.placed = placed;
        name = new Label(keypoint);
        name.setLabelFor(x);
        name.getStyleClass().add("point-name");
        prepare(x, keypoint + " x");
        prepare(y, keypoint + " y");
        visibility.setGraphic(icon);
        visibility.getStyleClass().addAll("button-icon", "flat");
        visibility.setId(keypoint + "-visibility");
        visibility.setOnAction(_ -> cycle.run());
    }

    void addTo(GridPane grid, int row) {
        grid.addRow(row, name, x, y, visibility);
    }

    void show(Keypoint keypoint) {
        shown = Optional.of(keypoint);
        x.setText(hundredths(keypoint.at().x()));
        y.setText(hundredths(keypoint.at().y()));
        x.setDisable(!keypoint.labelled());
        y.setDisable(!keypoint.labelled());
        showVisibility(keypoint.visibility());
    }

    /// A coordinate to a hundredth.
    static String hundredths(double coordinate) {
        return String.format(Locale.ROOT, "%.2f", coordinate);
    }

    /// What a coordinate becomes: the number that was typed, or the coordinate as it is, to the
    /// last bit, when the text was not changed or is no number.
    static double typed(String text, double now) {
        if (text.equals(hundredths(now))) {
            return now;
        }
        try {
            double number = new BigDecimal(text.strip()).doubleValue();
            return Double.isFinite(number) ? number : now;
        } catch (NumberFormatException _) {
            return now;
        }
    }

    private void prepare(TextField field, String spoken) {
        field.setPrefColumnCount(6);
        field.setMinWidth(60);
        field.setAccessibleText(spoken);
        field.setId(spoken.replace(' ', '-'));
        field.setOnAction(_ -> take());
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        take();
                    }
                });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                shown.ifPresent(this::show);
            }
        });
    }

    private void take() {
        shown.ifPresent(keypoint -> {
            Point now = keypoint.at();
            Point then = new Point(typed(x.getText(), now.x()), typed(y.getText(), now.y()));
            if (!then.equals(now)) {
                placed.accept(then);
            } else {
                show(keypoint);
            }
        });
    }

    private void showVisibility(Visibility now) {
        icon.setIconCode(
                switch (now) {
                    case VISIBLE -> MaterialDesignE.EYE_OUTLINE;
                    case OCCLUDED -> MaterialDesignE.EYE_OFF_OUTLINE;
                    case UNLABELLED -> MaterialDesignC.CLOSE;
                });
        String text =
                Texts.of(
                        PointRow.class,
                        "visibility.of",
                        name.getText(),
                        Texts.of(PointRow.class, "visibility." + now.code()));
        visibility.setTooltip(new Tooltip(text + "\n" + hint));
        visibility.setAccessibleText(text);
    }
}
