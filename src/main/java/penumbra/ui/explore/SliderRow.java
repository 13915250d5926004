package penumbra.ui.explore;

import java.util.Locale;
import java.util.function.DoublePredicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/// A number that is slid or typed.
final class SliderRow {

    private static final double MOVED = 1e-9;

    private final Label name;
    private final Slider slider;
    private final TextField field = new TextField();
    private final ParameterRange range;
    private final DoublePredicate set;
    private double shown = Double.NaN;

    /// @param id of the slider, for tests; the field's has `-field` behind it
    /// @param name with the unit
    /// @param set gets what a person sets, and says whether it is taken
    SliderRow(String id, String name, ParameterRange range, DoublePredicate set) {
        this.range = range;
        this.set = set;
        this.name = new Label(name);
        this.name.setTooltip(new Tooltip(name));
        slider =
                new Slider(
                        range.onSlider(range.least()),
                        range.onSlider(range.most()),
                        range.onSlider(range.least()));
        slider.setId(id);
        slider.setMinWidth(40);
        slider.setAccessibleText(name);
        slider.setBlockIncrement((slider.getMax() - slider.getMin()) / 50);
        slider.valueProperty().subscribe((_, now) -> slid(now.doubleValue()));
        field.setId(id + "-field");
        field.setAccessibleText(name);
        field.setPrefColumnCount(6);
        field.setMinWidth(70);
        field.getStyleClass().add("small");
        field.setOnAction(_ -> typed());
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        typed();
                    }
                });
    }

    void addTo(GridPane grid) {
        grid.addRow(grid.getRowCount(), name, slider, field);
    }

    /// The parts, to be placed in another way.
    Node[] parts() {
        return new Node[] {name, slider, field};
    }

    void show(double value) {
        shown = value;
        slider.setValue(range.onSlider(value));
        field.setText(words(value));
    }

    void setDisable(boolean off) {
        slider.setDisable(off);
        field.setDisable(off);
    }

    /// Setting the slider to what is shown is no act of a person.
    private void slid(double position) {
        if (Math.abs(range.onSlider(shown) - position) > MOVED) {
            set.test(Double.parseDouble(words(range.fromSlider(position))));
        }
    }

    /// What is no number, or not taken, is put back.
    private void typed() {
        if (field.getText().equals(words(shown))) {
            return;
        }
        try {
            double value = Double.parseDouble(field.getText().strip());
            if (!Double.isFinite(value) || !set.test(value)) {
                field.setText(words(shown));
            }
        } catch (NumberFormatException e) {
            field.setText(words(shown));
        }
    }

    /// Four digits, more than a slider can tell apart.
    private static String words(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }
}
