package penumbra.ui;

import java.util.Locale;
import java.util.function.DoublePredicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import penumbra.text.Texts;

/// A number that is slid or typed.
public final class NumberRow {

    private static final double MOVED = 1e-9;
    private static final int BLOCKS = 50;

    private final Label name;
    private final Slider slider = new Slider();
    private final TextField field = new TextField();
    private final DoublePredicate set;
    private NumberRange range;
    private double shown = Double.NaN;

    /// @param id of the slider, for tests; the field's has `-field` behind it
    /// @param name with the unit
    /// @param range of the slider; the field takes what `set` takes
    /// @param set gets what a person sets, and says whether it is taken; else it is put back
    public NumberRow(String id, String name, NumberRange range, DoublePredicate set) {
        this.set = set;
        this.name = new Label(name);
        this.name.setTooltip(new Tooltip(name));
        slider.setId(id);
        slider.setMinWidth(30);
        slider.setAccessibleText(name);
        field.setId(id + "-field");
        field.setAccessibleText(name);
        field.setPrefColumnCount(5);
        field.getStyleClass().add("small");
        setRange(range);
        slider.valueProperty().subscribe((_, now) -> slid(now.doubleValue()));
        field.setOnAction(_ -> typed());
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        typed();
                    }
                });
    }

    /// Name, slider and field in a row of their own.
    public void addTo(GridPane grid) {
        grid.addRow(grid.getRowCount(), name, slider, field);
    }

    /// With a control between name and field, and the slider below, as wide as the grid's three
    /// columns.
    public void addTo(GridPane grid, Node between) {
        int row = grid.getRowCount();
        grid.addRow(row, name, between, field);
        grid.add(slider, 0, row + 1, 3, 1);
    }

    /// The parts, to be placed in another way.
    public Node[] parts() {
        return new Node[] {name, slider, field};
    }

    public void setRange(NumberRange next) {
        if (!next.equals(range)) {
            range = next;
            slider.setMin(range.onSlider(range.least()));
            slider.setMax(range.onSlider(range.most()));
            slider.setBlockIncrement((slider.getMax() - slider.getMin()) / BLOCKS);
            field.setTooltip(
                    new Tooltip(
                            Texts.of(
                                    NumberRow.class,
                                    "number.limits",
                                    words(range.least()),
                                    words(range.most()))));
        }
    }

    public void show(double value) {
        shown = value;
        slider.setValue(range.onSlider(value));
        field.setText(words(value));
    }

    public void setDisable(boolean off) {
        slider.setDisable(off);
        field.setDisable(off);
    }

    /// Setting the slider to what is shown is no act of a person.
    private void slid(double position) {
        double value = Double.parseDouble(words(range.fromSlider(position)));
        if (Math.abs(range.onSlider(shown) - position) > MOVED && value != shown) {
            set.test(value);
        }
    }

    private void typed() {
        try {
            double value = Double.parseDouble(field.getText().strip());
            if (Double.isFinite(value) && !field.getText().equals(words(shown))) {
                set.test(value);
            }
        } catch (NumberFormatException e) {
            // What is no number is put back, below.
        }
        field.setText(words(shown));
    }

    /// Four digits, more than a slider can tell apart.
    private String words(double value) {
        if (range.whole()) {
            return Long.toString(Math.round(value));
        }
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }
}
