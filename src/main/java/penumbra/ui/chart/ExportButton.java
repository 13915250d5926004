package penumbra.ui.chart;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.text.Texts;

/// The ways from a chart into a file: a button in its corner and the same as its context menu.
final class ExportButton {

    private ExportButton() {}

    /// @param over what shows the chart
    /// @param chart shown now
    /// @param export gets a chart that a person wants as a file
    static Button over(
            StackPane over,
            Supplier<Optional<Chart>> chart,
            BiConsumer<Chart, ChartFormat> export) {
        ContextMenu menu = new ContextMenu();
        for (ChartFormat format : ChartFormat.values()) {
            MenuItem item = new MenuItem(Texts.of(ExportButton.class, "export." + format.ending()));
            item.setId("export-" + format.ending());
            item.setOnAction(_ -> chart.get().ifPresent(c -> export.accept(c, format)));
            menu.getItems().add(item);
        }
        over.setOnContextMenuRequested(event -> {
            menu.show(over, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        Button button = new Button(null, new FontIcon(MaterialDesignD.DOWNLOAD_OUTLINE));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        String name = Texts.of(ExportButton.class, "export");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 0));
        StackPane.setAlignment(button, Pos.TOP_RIGHT);
        return button;
    }
}
