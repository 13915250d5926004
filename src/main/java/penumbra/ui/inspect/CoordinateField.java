package penumbra.ui.inspect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import penumbra.text.Texts;

/// One coordinate of a point, picture px. It is shown to a hundredth, and with all its digits while
/// the caret is in it, so that what is typed there counts as it stands and what is not typed keeps
/// its last bit.
final class CoordinateField {

    private final String name;
    private final DoubleConsumer typed;
    private final Consumer<String> refused;
    private final TextField field = new TextField();
    private double value;
    private String shown = "";

    /// @param name of the coordinate, for example `TL x`
    /// @param typed gets the number that was typed
    /// @param refused gets one sentence about what is no number, and nothing once all is well
    CoordinateField(String name, DoubleConsumer typed, Consumer<String> refused) {
        this.name = name;
        this.typed = typed;
        this.refused = refused;
        field.setId(name.replace(' ', '-'));
        field.setAccessibleText(name);
        field.setPrefColumnCount(6);
        field.setMinWidth(60);
        field.setOnAction(_ -> take());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                refused.accept("");
                showText();
            }
        });
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        take();
                    }
                    showText();
                });
    }

    TextField field() {
        return field;
    }

    /// @param labelled whether there is a coordinate to be edited
    void show(double coordinate, boolean labelled) {
        value = coordinate;
        field.setDisable(!labelled);
        showText();
    }

    /// A coordinate to a hundredth.
    static String hundredths(double coordinate) {
        return String.format(Locale.ROOT, "%.2f", coordinate);
    }

    /// A coordinate with as many digits as tell it from every other one.
    static String exact(double coordinate) {
        return new BigDecimal(Double.toString(coordinate)).toPlainString();
    }

    /// The number that a text says, with a decimal point.
    static Optional<Double> number(String text) {
        try {
            double number = new BigDecimal(text.strip()).doubleValue();
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void showText() {
        shown = field.isFocused() ? exact(value) : hundredths(value);
        field.setText(shown);
    }

    private void take() {
        String text = field.getText();
        if (text.equals(shown)) {
            return;
        }
        Optional<Double> number = number(text);
        refused.accept(
                number.isPresent()
                        ? ""
                        : Texts.of(
                                CoordinateField.class,
                                "coordinate.refused",
                                text,
                                name,
                                hundredths(value)));
        number.ifPresent(typed::accept);
        showText();
    }
}
