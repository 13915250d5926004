package penumbra.ui.dataset;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import penumbra.format.export.ExportOptions;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.plot.dataset.DatasetStatistics;
import penumbra.plot.dataset.Histogram;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Studio;
import penumbra.ui.Theme;

/// The statistics of the open project beside its window, counted on a worker when it opens.
public final class DatasetWindow {

    private static final double WIDTH = 800;
    private static final double HEIGHT = 720;

    private final Stage stage = new Stage();
    private final FlowPane charts = new FlowPane(28, 20);
    private final Consumer<String> chosen;

    /// @param chosen gets the search that finds the pictures behind a bar
    /// @param fail gets what went wrong
    public DatasetWindow(
            Window owner,
            Studio studio,
            Background background,
            Consumer<String> chosen,
            Consumer<Throwable> fail) {
        this.chosen = chosen;
        double val = ExportOptions.DEFAULTS.valFraction();
        Label hint = new Label(text("dataset.hint", 100 * val));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        VBox all = new VBox(14, hint, charts);
        all.setPadding(new Insets(16));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("inspector");
        stage.initOwner(owner);
        stage.setTitle(text("dataset.title"));
        stage.setScene(new Scene(scroll, WIDTH, HEIGHT));
        Theme.dress(stage.getScene());
        List<LabelledImage> pictures = studio.pictures().all();
        Schema schema = studio.schema();
        background.start(
                text("dataset.counting"),
                _ -> DatasetStatistics.of(pictures, schema, val),
                this::fill,
                fail);
    }

    public void show() {
        stage.show();
    }

    private void fill(List<Histogram> histograms) {
        charts.getChildren()
                .setAll(histograms.stream().map(h -> HistogramView.of(h, chosen)).toList());
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(DatasetWindow.class, key, arguments);
    }
}
