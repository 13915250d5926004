package penumbra.ui.dataset;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.plot.dataset.Histogram;
import penumbra.text.Texts;

/// Counts as bars to be pressed, one below the other, as long as their counts; or for training and
/// validation each as long as its share of its part, so that the two can be held against each
/// other.
final class HistogramView {

    private static final double LENGTH = 190;
    private static final double LABEL = 76;
    private static final double THICK = 12;

    private HistogramView() {}

    /// @param shares whether shares are shown in place of counts
    /// @param chosen gets the search that finds what is behind a bar
    static Region of(Histogram histogram, boolean shares, Consumer<String> chosen) {
        Label title = new Label(histogram.title());
        title.getStyleClass().add("heading");
        VBox view = new VBox(2, title);
        if (histogram.bars().isEmpty()) {
            Label nothing = new Label(Texts.of(HistogramView.class, "dataset.none"));
            nothing.getStyleClass().add("hint");
            view.getChildren().add(nothing);
        }
        for (Histogram.Bar bar : histogram.bars()) {
            view.getChildren()
                    .add(
                            row(
                                    bar,
                                    shares ? shares(bar, histogram) : counts(bar, histogram),
                                    chosen));
        }
        return view;
    }

    private static Button row(Histogram.Bar bar, HBox drawn, Consumer<String> chosen) {
        Label label = new Label(bar.label());
        label.setMinWidth(LABEL);
        drawn.getChildren().addFirst(label);
        drawn.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", drawn);
        button.getStyleClass().addAll("flat", "small");
        button.setId("bar-" + bar.query().replaceAll("[^A-Za-z0-9]+", "-"));
        button.setAccessibleText(
                Texts.of(HistogramView.class, "dataset.bar", bar.label(), bar.train(), bar.val()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> chosen.accept(bar.query()));
        return button;
    }

    private static HBox counts(Histogram.Bar bar, Histogram all) {
        double most = Math.max(1, all.most());
        return new HBox(
                part("bar-train", bar.train() / most, THICK),
                part("bar-val", bar.val() / most, THICK),
                number(Integer.toString(bar.total())));
    }

    private static HBox shares(Histogram.Bar bar, Histogram all) {
        double most = Math.max(1e-9, all.mostShare());
        VBox both =
                new VBox(
                        1,
                        part("bar-train", all.trainShare(bar) / most, THICK / 2),
                        part("bar-val", all.valShare(bar) / most, THICK / 2));
        both.setAlignment(Pos.CENTER_LEFT);
        return new HBox(
                both,
                number(
                        String.format(
                                Locale.ROOT,
                                "%.1f / %.1f %%",
                                100 * all.trainShare(bar),
                                100 * all.valShare(bar))));
    }

    private static Label number(String text) {
        Label number = new Label(text);
        HBox.setMargin(number, new Insets(0, 0, 0, 8));
        return number;
    }

    private static Region part(String style, double share, double thick) {
        Region part = new Pane();
        part.setMinSize(LENGTH * share, thick);
        part.setMaxSize(LENGTH * share, thick);
        part.getStyleClass().add(style);
        return part;
    }
}
