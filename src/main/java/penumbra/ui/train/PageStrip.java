package penumbra.ui.train;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.controlsfx.control.SegmentedButton;
import penumbra.plot.Axis;
import penumbra.plot.run.ErrorCharts;
import penumbra.run.Against;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// The strip above the charts: which page, and how it is drawn.
final class PageStrip {

    private final TrainState state;
    private final FlowPane node = new FlowPane(16, 6);

    PageStrip(TrainState state) {
        this.state = state;
        CheckBox logarithm = new CheckBox(text("log"));
        CheckBox normalised = new CheckBox(text("nme"));
        CheckBox truth = new CheckBox(text("truth"));
        wire(logarithm, "log", () -> set(o().withLogarithm(logarithm.isSelected())));
        wire(normalised, "nme", () -> set(o().withNormalised(normalised.isSelected())));
        wire(truth, "truth", () -> set(o().withTruth(truth.isSelected())));
        Fx.whileShown(
                node,
                () ->
                        state.optionsProperty()
                                .subscribe(options -> {
                                    logarithm.setSelected(
                                            options.scale() == Axis.Scale.LOGARITHMIC);
                                    normalised.setSelected(
                                            options.unit() == ErrorCharts.Unit.NORMALISED);
                                    truth.setSelected(options.against() == Against.TRUTH);
                                }));
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPadding(new Insets(6, 10, 6, 10));
        node.getStyleClass().add("tool-strip");
        node.getChildren().setAll(pages(), logarithm, normalised, truth);
    }

    Node node() {
        return node;
    }

    private ChartOptions o() {
        return state.optionsProperty().get();
    }

    private void set(ChartOptions options) {
        state.optionsProperty().set(options);
    }

    private static void wire(CheckBox box, String key, Runnable set) {
        box.setId("train-" + key);
        box.setMnemonicParsing(false);
        box.setTooltip(new Tooltip(text(key + ".hint")));
        box.setOnAction(_ -> set.run());
    }

    private SegmentedButton pages() {
        SegmentedButton all = new SegmentedButton();
        all.setToggleGroup(null);
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton(page.label());
            button.setId("train-page-" + page.id());
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> {
                button.setSelected(true);
                state.pageProperty().set(page);
            });
            Fx.whileShown(
                    button,
                    () -> state.pageProperty().subscribe(p -> button.setSelected(p == page)));
            all.getButtons().add(button);
        }
        return all;
    }

    private static String text(String key) {
        return Texts.of(PageStrip.class, "strip." + key);
    }
}
