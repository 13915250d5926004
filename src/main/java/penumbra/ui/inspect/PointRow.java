package penumbra.ui.inspect;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;
import penumbra.text.Texts;

/// One keypoint: its name, its coordinates and its visibility, all of which can be changed.
final class PointRow {

    private final Label name;
    private final CoordinateField x;
    private final CoordinateField y;
    private final Button visibility = new Button();
    private final FontIcon icon = new FontIcon();
    private final String hint;
    private Keypoint shown = Keypoint.UNLABELLED;

    /// @param placed gets the place that was typed
    /// @param refused gets one sentence about a coordinate that is no number, and nothing once all
    ///   is well
    /// @param cycle goes on to the next visibility
    /// @param hint what of the visibility's button a tooltip says besides
    PointRow(
            String keypoint,
            Consumer<Point> placed,
            Consumer<String> refused,
            Runnable cycle,
            String hint) {
        this.hint = hint;
        x =
                new CoordinateField(
                        keypoint + " x",
                        typed -> placed.accept(new Point(typed, shown.at().y())),
                        refused);
        y =
                new CoordinateField(
                        keypoint + " y",
                        typed -> placed.accept(new Point(shown.at().x(), typed)),
                        refused);
        name = new Label(keypoint);
        name.setLabelFor(x.field());
        name.getStyleClass().add("point-name");
        visibility.setGraphic(icon);
        visibility.getStyleClass().addAll("button-icon", "flat");
        visibility.setId(keypoint + "-visibility");
        visibility.setOnAction(_ -> cycle.run());
    }

    void addTo(GridPane grid, int row) {
        grid.addRow(row, name, x.field(), y.field(), visibility);
    }

    void show(Keypoint keypoint) {
        shown = keypoint;
        x.show(keypoint.at().x(), keypoint.labelled());
        y.show(keypoint.at().y(), keypoint.labelled());
        showVisibility(keypoint.visibility());
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
