package penumbra.ui.train;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.controlsfx.control.SegmentedButton;
import penumbra.model.Schema;
import penumbra.plot.Axis;
import penumbra.plot.run.ErrorCharts;
import penumbra.run.Against;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// The strip above the charts: which page, and how it is drawn.
final class PageStrip {

    private final TrainState state;
    private final ComboBox<String> keypoints = new ComboBox<>();
    private final FlowPane node = new FlowPane(12, 6);

    /// @param schema whose keypoints can be looked at
    PageStrip(TrainState state, Schema schema) {
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
                                    keypoints
                                            .getSelectionModel()
                                            .select(
                                                    Math.min(
                                                            options.keypoint(),
                                                            schema.keypointCount() - 1));
                                    truth.setSelected(options.against() == Against.TRUTH);
                                }));
        Fx.whileShown(
                node,
                () ->
                        state.pageProperty()
                                .subscribe(page -> {
                                    boolean asked = page == Page.SURFACE || page == Page.SIGMA;
                                    keypoints.setVisible(asked);
                                    keypoints.setManaged(asked);
                                }));
        keypoints.setId("train-keypoint");
        keypoints.getItems().setAll(schema.keypoints());
        keypoints.setAccessibleText(text("keypoint"));
        keypoints.setTooltip(new Tooltip(text("keypoint.hint")));
        keypoints.setOnAction(
                _ -> set(o().withKeypoint(keypoints.getSelectionModel().getSelectedIndex())));
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPadding(new Insets(6, 10, 6, 10));
        node.getStyleClass().add("tool-strip");
        node.getChildren().setAll(pages(), logarithm, normalised, truth, keypoints);
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
