package penumbra.ui.dataset;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.plot.dataset.Histogram;
import penumbra.text.Texts;

/// Counts as bars to be pressed, one below the other, as long as their counts.
final class HistogramView {

    private static final double LENGTH = 190;
    private static final double LABEL = 76;

    private HistogramView() {}

    /// @param chosen gets the search that finds what is behind a bar
    static Node of(Histogram histogram, Consumer<String> chosen) {
        Label title = new Label(histogram.title());
        title.getStyleClass().add("heading");
        VBox view = new VBox(2, title);
        for (Histogram.Bar bar : histogram.bars()) {
            view.getChildren().add(row(bar, histogram.most(), chosen));
        }
        return view;
    }

    private static Button row(Histogram.Bar bar, int most, Consumer<String> chosen) {
        Label label = new Label(bar.label());
        label.setMinWidth(LABEL);
        Label count = new Label(Integer.toString(bar.total()));
        HBox line =
                new HBox(
                        label,
                        part("bar-train", bar.train(), most),
                        part("bar-val", bar.val(), most),
                        count);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(count, new Insets(0, 0, 0, 8));
        Button button = new Button("", line);
        button.getStyleClass().addAll("flat", "small");
        button.setId("bar-" + bar.query().replaceAll("[^A-Za-z0-9]+", "-"));
        button.setAccessibleText(
                Texts.of(HistogramView.class, "dataset.bar", bar.label(), bar.train(), bar.val()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> chosen.accept(bar.query()));
        return button;
    }

    private static Region part(String style, int count, int most) {
        Region part = new Region();
        double width = LENGTH * count / Math.max(1, most);
        part.setMinSize(width, 12);
        part.setMaxSize(width, 12);
        part.getStyleClass().add(style);
        return part;
    }
}
