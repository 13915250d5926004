package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import penumbra.plot.ColourMap;
import penumbra.text.Texts;
import penumbra.ui.NumberRange;
import penumbra.ui.NumberRow;

/// The rows of a card, as the types of the parameters demand: name, slider or choice, and number
/// one below the other. A type without a row is set by other means, such as dragging.
final class ParameterRows {

    /// What several overlays have, by the same name.
    private static final Set<String> SHARED = Set.of("stride", "inputSide", "keypoints", "colours");

    /// Width of the names in a card.
    static final double NAMES = 86;

    private static final double FIELDS = 54;

    private ParameterRows() {}

    /// Room for one parameter, whose columns are as wide as in all others.
    static GridPane row() {
        GridPane grid = new GridPane(5, 3);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        names.setPrefWidth(NAMES);
        ColumnConstraints grow = new ColumnConstraints(30, 60, Double.MAX_VALUE);
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, grow, new ColumnConstraints(FIELDS));
        return grid;
    }

    /// What a person sets the parameter with; not there while it does not apply.
    static <S extends Record> Node of(
            OverlayLayer<S> layer, OverlayStack stack, RecordingFiles files, Parameter parameter) {
        GridPane row = row();
        if (parameter.range().isPresent()) {
            addNumber(row, layer, parameter);
        } else if (parameter.type() == boolean.class) {
            addSwitch(row, layer, parameter);
        } else if (parameter.type().isEnum()) {
            addChoice(row, layer, parameter);
        } else if (parameter.type() == PickedPoints.class) {
            addPoints(row, layer, stack, parameter);
        } else if (parameter.type() == LossHistory.class) {
            row.add(new HistoryPad(layer, parameter).node(), 0, 0, 3, 1);
        } else if (Recording.class.isAssignableFrom(parameter.type())) {
            row.add(new RecordingRow(layer, parameter, files).node(), 0, 0, 3, 1);
        }
        boolean any = !row.getChildren().isEmpty();
        row.managedProperty().bind(row.visibleProperty());
        layer.settingsProperty()
                .subscribe(settings ->
                        row.setVisible(any && layer.overlay().applies(settings, parameter.name())));
        return row;
    }

    /// What the parameter is called: the overlay's own word, or the one that all share.
    static String name(OverlayLayer<?> layer, Parameter parameter) {
        return SHARED.contains(parameter.name())
                ? Texts.of(ParameterRows.class, "shared." + parameter.name())
                : layer.overlay().text("parameter." + parameter.name());
    }

    private static String id(OverlayLayer<?> layer, Parameter parameter) {
        return "overlay-" + layer.overlay().id() + "-" + parameter.name();
    }

    private static <S extends Record> void addNumber(
            GridPane row, OverlayLayer<S> layer, Parameter parameter) {
        Range range = parameter.range().orElseThrow();
        NumberRange limits =
                new NumberRange(
                        range.least(), range.most(), range.ratio(), parameter.type() == int.class);
        NumberRow number =
                new NumberRow(
                        id(layer, parameter),
                        name(layer, parameter),
                        limits,
                        value -> {
                            layer.set(parameter, Math.min(value, most(layer, parameter, range)));
                            return true;
                        });
        if (range.played()) {
            String id = id(layer, parameter) + "-play";
            number.addTo(row, new PlayButton(id, by -> step(layer, parameter, by)).node());
        } else {
            number.addTo(row);
        }
        layer.settingsProperty()
                .subscribe(_ -> {
                    double most = most(layer, parameter, range);
                    number.setRange(limits.upTo(most));
                    number.show(Math.min(value(layer, parameter), most));
                });
    }

    private static double value(OverlayLayer<?> layer, Parameter parameter) {
        return ((Number) parameter.get(layer.settingsProperty().get())).doubleValue();
    }

    private static <S extends Record> double most(
            OverlayLayer<S> layer, Parameter parameter, Range range) {
        S settings = layer.settingsProperty().get();
        return layer.overlay().most(settings, parameter.name(), range.most());
    }

    /// Goes so many values on.
    ///
    /// @return how many are left then
    private static double step(OverlayLayer<?> layer, Parameter parameter, double by) {
        Range range = parameter.range().orElseThrow();
        double most = most(layer, parameter, range);
        double now = Math.min(value(layer, parameter), most);
        double next = Math.clamp(now + by, range.least(), most);
        if (next != now) {
            layer.set(parameter, next);
        }
        return most - next;
    }

    private static <S extends Record> void addSwitch(
            GridPane row, OverlayLayer<S> layer, Parameter parameter) {
        CheckBox box = new CheckBox(name(layer, parameter));
        box.setMnemonicParsing(false);
        box.setId(id(layer, parameter));
        layer.settingsProperty()
                .subscribe(settings -> box.setSelected((Boolean) parameter.get(settings)));
        box.setOnAction(_ -> layer.set(parameter, box.isSelected()));
        row.add(box, 0, 0, 3, 1);
    }

    private static <S extends Record> void addChoice(
            GridPane row, OverlayLayer<S> layer, Parameter parameter) {
        ComboBox<Object> choices = new ComboBox<>();
        choices.getItems().setAll(Arrays.asList(parameter.type().getEnumConstants()));
        choices.setId(id(layer, parameter));
        choices.setMaxWidth(Double.MAX_VALUE);
        choices.setAccessibleText(name(layer, parameter));
        choices.setConverter(new Words(layer, parameter));
        layer.settingsProperty().subscribe(settings -> choices.setValue(parameter.get(settings)));
        choices.valueProperty()
                .subscribe((_, value) -> {
                    if (value != null
                            && !value.equals(parameter.get(layer.settingsProperty().get()))) {
                        layer.set(parameter, value);
                    }
                });
        row.add(new Label(name(layer, parameter)), 0, 0);
        row.add(choices, 1, 0, 2, 1);
    }

    /// What a constant of a choice is called.
    static String word(OverlayLayer<?> layer, Parameter parameter, Object constant) {
        return constant instanceof ColourMap map
                ? Texts.of(ParameterRows.class, "colours." + map.name())
                : layer.overlay().text("choice." + parameter.name() + "." + constant);
    }

    private static <S extends Record> void addPoints(
            GridPane row, OverlayLayer<S> layer, OverlayStack stack, Parameter parameter) {
        FlowPane all = new FlowPane(4, 4);
        List<ToggleButton> buttons = new ArrayList<>();
        Runnable show =
                () -> {
                    PickedPoints picked =
                            (PickedPoints) parameter.get(layer.settingsProperty().get());
                    for (int k = 0; k < buttons.size(); k++) {
                        buttons.get(k).setSelected(picked.has(k));
                    }
                };
        stack.sceneProperty()
                .subscribe(scene -> {
                    List<String> names = scene.map(s -> s.schema().keypoints()).orElse(List.of());
                    if (names.equals(buttons.stream().map(ToggleButton::getText).toList())) {
                        return;
                    }
                    buttons.clear();
                    for (int k = 0; k < names.size(); k++) {
                        buttons.add(button(layer, parameter, names.get(k), k));
                    }
                    all.getChildren().setAll(buttons);
                    show.run();
                });
        layer.settingsProperty().subscribe(_ -> show.run());
        row.add(new Label(name(layer, parameter)), 0, 0, 3, 1);
        row.add(all, 0, 1, 3, 1);
    }

    private static <S extends Record> ToggleButton button(
            OverlayLayer<S> layer, Parameter parameter, String name, int keypoint) {
        ToggleButton button = new ToggleButton(name);
        button.setMnemonicParsing(false);
        button.setId(id(layer, parameter) + "-" + name);
        button.getStyleClass().addAll("small", "point-button");
        button.setOnAction(_ -> {
            PickedPoints picked = (PickedPoints) parameter.get(layer.settingsProperty().get());
            layer.set(parameter, picked.with(keypoint, button.isSelected()));
        });
        return button;
    }

    /// Constants by their names.
    private static final class Words extends StringConverter<Object> {

        private final OverlayLayer<?> layer;
        private final Parameter parameter;

        Words(OverlayLayer<?> layer, Parameter parameter) {
            this.layer = layer;
            this.parameter = parameter;
        }

        @Override
        public String toString(Object constant) {
            return constant == null ? "" : word(layer, parameter, constant);
        }

        @Override
        public Object fromString(String text) {
            throw new IllegalStateException("it is chosen, not typed");
        }
    }
}
