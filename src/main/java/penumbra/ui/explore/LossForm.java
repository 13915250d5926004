package penumbra.ui.explore;

import java.util.Arrays;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import penumbra.loss.LossParameters;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.NumberRow;

/// The hyper-parameters of one loss, a row for each component of its record.
final class LossForm {

    private final ExploreState state;
    private final String id;
    private final GridPane grid = new GridPane(8, 4);

    LossForm(ExploreState state, String id) {
        this.state = state;
        this.id = id;
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(96);
        grid.getColumnConstraints().setAll(name, wide);
        grid.setPadding(new Insets(2, 0, 8, 24));
        values().forEach(this::add);
    }

    Node node() {
        return grid;
    }

    private Map<String, Object> values() {
        return LossParameters.of(state.tuned(id));
    }

    private void add(String parameter, Object value) {
        switch (value) {
            case Double _ -> addNumber(parameter);
            case Boolean _ -> addSwitch(parameter);
            case Enum<?> constant -> addChoice(parameter, constant);
            default -> throw new IllegalStateException(parameter + " has no row: " + value);
        }
    }

    private void addNumber(String parameter) {
        NumberRow row =
                new NumberRow(
                        rowId(parameter),
                        name(parameter),
                        ParameterRange.OF_LOSSES.get(parameter),
                        value -> state.tune(id, parameter, value));
        follow(() -> row.show((Double) values().get(parameter)));
        row.addTo(grid);
    }

    private void addSwitch(String parameter) {
        CheckBox box = new CheckBox(name(parameter));
        box.setId(rowId(parameter));
        box.setMnemonicParsing(false);
        box.setOnAction(_ -> state.tune(id, parameter, box.isSelected()));
        follow(() -> box.setSelected((Boolean) values().get(parameter)));
        grid.add(box, 0, grid.getRowCount(), 3, 1);
    }

    private void addChoice(String parameter, Enum<?> constant) {
        ComboBox<Object> box = new ComboBox<>();
        box.getItems().setAll(Arrays.asList(constant.getDeclaringClass().getEnumConstants()));
        box.setId(rowId(parameter));
        box.setAccessibleText(name(parameter));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Words(parameter));
        box.setOnAction(_ -> {
            if (!box.getValue().equals(values().get(parameter))) {
                state.tune(id, parameter, box.getValue());
            }
        });
        follow(() -> box.setValue(values().get(parameter)));
        Label label = new Label(name(parameter));
        label.setTooltip(new Tooltip(name(parameter)));
        grid.add(label, 0, grid.getRowCount());
        grid.add(box, 1, grid.getRowCount() - 1, 2, 1);
    }

    /// What a choice of a parameter is called.
    static String word(String parameter, Object constant) {
        return Texts.of(LossForm.class, "choice." + parameter + "." + constant);
    }

    /// Constants by what they are called.
    private static final class Words extends StringConverter<Object> {

        private final String parameter;

        Words(String parameter) {
            this.parameter = parameter;
        }

        @Override
        public String toString(Object constant) {
            return constant == null ? "" : word(parameter, constant);
        }

        @Override
        public Object fromString(String text) {
            throw new IllegalStateException("it is chosen, not typed");
        }
    }

    private void follow(Runnable show) {
        show.run();
        Fx.whileShown(grid, () -> state.tunedProperty().subscribe(_ -> show.run()));
    }

    private String rowId(String parameter) {
        return "explore-" + id + "-" + parameter;
    }

    private static String name(String parameter) {
        return Texts.of(LossForm.class, "parameter." + parameter);
    }
}
