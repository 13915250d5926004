package penumbra.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.plot.loss.NetworkInput;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.NumberRange;
import penumbra.ui.NumberRow;
import penumbra.ui.Studio;

/// What is explored: plate, keypoint, the network that sees it, how far one looks, and how losses
/// are made comparable.
final class PlatePanel {

    private static final List<Integer> STRIDES = List.of(8, 16, 32);

    private final Studio studio;
    private final ExploreState state;
    private final ComboBox<Target> plates = new ComboBox<>();
    private final Label facts = new Label();
    private final SegmentedButton keypoints = new SegmentedButton();
    private final GridPane grid = new GridPane(8, 6);
    private final NumberRow range;
    private boolean showing;

    PlatePanel(Studio studio, ExploreState state) {
        this.studio = studio;
        this.state = state;
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(96);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, wide);
        plates.setId("explore-plate");
        plates.setAccessibleText(text("plate"));
        plates.setMaxWidth(Double.MAX_VALUE);
        plates.setConverter(new Names());
        plates.setOnAction(_ -> chosen());
        facts.setId("explore-facts");
        facts.setWrapText(true);
        facts.getStyleClass().add("hint");
        addRow("plate", plates);
        grid.add(facts, 0, grid.getRowCount(), 3, 1);
        keypoints.setToggleGroup(null);
        keypoints.setFocusTraversable(false);
        addRow("keypoint", keypoints);
        addRow("stride", strides());
        NumberRow side =
                new NumberRow(
                        "explore-side",
                        text("side"),
                        new NumberRange(160, 1920, false, true),
                        value -> setSide((int) Math.round(value)));
        side.addTo(grid);
        Fx.whileShown(grid, () -> state.inputProperty().subscribe(i -> side.show(i.side())));
        addSwitch("usual-range", state.usualRangeProperty());
        range =
                new NumberRow(
                        "explore-range",
                        text("range"),
                        NumberRange.ratios(0.5, 100),
                        value -> {
                            if (value > 0) {
                                state.rangeProperty().set(value);
                            }
                            return value > 0;
                        });
        range.addTo(grid);
        addSwitch("matched", state.matchedProperty());
        NumberRow tau =
                new NumberRow(
                        "explore-tau",
                        text("tau"),
                        NumberRange.ratios(0.01, 1),
                        value -> {
                            if (value > 0) {
                                state.tauProperty().set(value);
                            }
                            return value > 0;
                        });
        tau.addTo(grid);
        Fx.whileShown(grid, () -> state.tauProperty().subscribe(t -> tau.show(t.doubleValue())));
        Fx.whileShown(grid, () -> state.matchedProperty().subscribe(on -> tau.setDisable(!on)));
    }

    Node node() {
        return new VBox(grid);
    }

    /// Shows which plate it is, and how large.
    void show(PlateSource source, ChartRequest request) {
        showing = true;
        plates.getItems()
                .setAll(studio.pictureProperty().get().map(PlateSource::plates).orElse(List.of()));
        plates.setValue(source.target().orElse(null));
        plates.setDisable(source.target().isEmpty());
        showing = false;
        facts.setText(
                Texts.of(
                        PlatePanel.class,
                        "facts",
                        source.why(),
                        number(source.plate().dMin()),
                        number(source.plate().dMin() / source.plate().pictureScale()),
                        request.label().scale().area() > 0
                                ? number(Math.sqrt(request.label().scale().area()))
                                : "0"));
        showKeypoints(source, request.keypoint());
        range.setDisable(state.usualRangeProperty().get());
        range.show(request.half());
    }

    private void showKeypoints(PlateSource source, int chosen) {
        List<String> names = source.plate().names();
        if (!names.equals(keypoints.getButtons().stream().map(ToggleButton::getText).toList())) {
            List<ToggleButton> buttons = new ArrayList<>();
            for (int k = 0; k < names.size(); k++) {
                buttons.add(keypoint(names.get(k), k));
            }
            keypoints.getButtons().setAll(buttons);
        }
        for (int k = 0; k < names.size(); k++) {
            keypoints.getButtons().get(k).setSelected(k == chosen);
            keypoints.getButtons().get(k).setDisable(!source.plate().points().get(k).labelled());
        }
    }

    private ToggleButton keypoint(String name, int k) {
        ToggleButton button = new ToggleButton(name);
        button.setId("explore-keypoint-" + name);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> {
            button.setSelected(true);
            state.keypointProperty().set(k);
        });
        return button;
    }

    private Node strides() {
        SegmentedButton all = new SegmentedButton();
        all.setToggleGroup(null);
        all.setFocusTraversable(false);
        for (int stride : STRIDES) {
            ToggleButton button = new ToggleButton(Integer.toString(stride));
            button.setId("explore-stride-" + stride);
            button.setAccessibleText(text("stride") + " " + stride);
            button.setOnAction(_ -> {
                button.setSelected(true);
                state.inputProperty()
                        .set(new NetworkInput(state.inputProperty().get().side(), stride));
            });
            Fx.whileShown(
                    button,
                    () ->
                            state.inputProperty()
                                    .subscribe(i -> button.setSelected(i.stride() == stride)));
            all.getButtons().add(button);
        }
        return all;
    }

    private boolean setSide(int side) {
        if (side < 1) {
            return false;
        }
        state.inputProperty().set(new NetworkInput(side, state.inputProperty().get().stride()));
        return true;
    }

    private void chosen() {
        if (!showing) {
            Optional.ofNullable(plates.getValue()).ifPresent(t -> PlateSource.select(studio, t));
        }
    }

    private void addRow(String key, Node control) {
        Label label = new Label(text(key));
        label.setTooltip(new Tooltip(text(key)));
        grid.add(label, 0, grid.getRowCount());
        grid.add(control, 1, grid.getRowCount() - 1, 2, 1);
    }

    private void addSwitch(String key, BooleanProperty on) {
        CheckBox box = new CheckBox(text(key));
        box.setId("explore-" + key);
        box.setMnemonicParsing(false);
        box.setTooltip(new Tooltip(text(key + ".hint")));
        box.setOnAction(_ -> on.set(box.isSelected()));
        Fx.whileShown(box, () -> on.subscribe(box::setSelected));
        grid.add(box, 0, grid.getRowCount(), 3, 1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String text(String key) {
        return Texts.of(PlatePanel.class, key);
    }

    /// Plates by place and class.
    private final class Names extends StringConverter<Target> {

        @Override
        public String toString(Target target) {
            if (target == null) {
                return text("plate.none");
            }
            Optional<LabelledImage> picture = studio.pictureProperty().get();
            int place = picture.map(p -> PlateSource.plates(p).indexOf(target)).orElse(-1) + 1;
            return Texts.of(
                    PlatePanel.class,
                    "plate.item",
                    place,
                    studio.schema().classNames().get(target.classIndex()),
                    picture.map(LabelledImage::path).orElse(""));
        }

        @Override
        public Target fromString(String text) {
            throw new IllegalStateException("it is chosen, not typed");
        }
    }
}
