package penumbra.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.format.export.ExportOptions;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.plot.dataset.DatasetStatistics;
import penumbra.plot.dataset.Light;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;
import penumbra.ui.Studio;

/// How plates and pictures are distributed, counted on a worker: training against validation. A bar
/// leads to its pictures, and so does a cell of the map.
final class Distributions {

    /// Two columns go into the window.
    private static final double COLUMN = 440;

    private final Studio studio;
    private final Background background;
    private final DatasetWindow.Ways ways;
    private final CheckBox shares = new CheckBox(text("dataset.shares"));
    private final FlowPane charts = new FlowPane(28, 20);
    private final ScrollPane node;
    private Optional<DatasetStatistics.Counts> counts = Optional.empty();

    Distributions(
            Studio studio,
            Background background,
            Measurement measurement,
            DatasetWindow.Ways ways) {
        this.studio = studio;
        this.background = background;
        this.ways = ways;
        Label hint = new Label(text("dataset.hint", 100 * val()));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        shares.setId("dataset-shares");
        shares.setOnAction(_ -> show());
        HBox asked = new HBox(24, shares, measurement.node());
        asked.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(14, hint, asked, charts);
        all.setPadding(new Insets(16));
        node = new ScrollPane(all);
        node.setFitToWidth(true);
        node.getStyleClass().add("inspector");
        Fx.whileShown(node, () -> studio.lightProperty().subscribe(_ -> count()));
    }

    Node node() {
        return node;
    }

    private static double val() {
        return ExportOptions.DEFAULTS.valFraction();
    }

    private void count() {
        List<LabelledImage> pictures = studio.pictures().all();
        Schema schema = studio.schema();
        Light light = studio.lightProperty().get();
        background.start(
                text("dataset.counting"),
                _ -> DatasetStatistics.of(pictures, schema, val(), light),
                counted -> {
                    counts = Optional.of(counted);
                    show();
                },
                ways.fail());
    }

    private void show() {
        counts.ifPresent(c -> {
            List<Region> all = new ArrayList<>();
            all.add(new PositionView(c.positions(), ways.search()).node());
            c.histograms().stream()
                    .map(h -> HistogramView.of(h, shares.isSelected(), ways.search()))
                    .forEach(all::add);
            all.forEach(chart -> chart.setPrefWidth(COLUMN));
            charts.getChildren().setAll(all);
        });
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Distributions.class, key, arguments);
    }
}
