package penumbra.ui.train;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import penumbra.run.OptionKind;
import penumbra.run.RunOption;
import penumbra.text.Texts;

/// One option of a run in a form: its name, what it is set to, its unit.
final class OptionRow {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final RunOption option;
    private final Consumer<String> say;
    private final Label name;
    private final Control control;
    private final Tooltip tooltip = new Tooltip();
    private boolean showing;

    /// @param say gets the text of a value that a person sets
    /// @param looked called when keyboard or pointer come to the row
    OptionRow(RunOption option, Consumer<String> say, Runnable looked) {
        this.option = option;
        this.say = say;
        name = new Label(option.label());
        name.setWrapText(true);
        control = control();
        control.setId("train-" + option.id());
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(option.label());
        control.setTooltip(tooltip);
        name.setTooltip(tooltip);
        name.setLabelFor(control);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        for (Node part : new Node[] {name, control}) {
            part.setOnMouseEntered(_ -> looked.run());
        }
        control.focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        looked.run();
                    }
                });
    }

    void addTo(GridPane grid) {
        Label unit = new Label(option.unit());
        unit.getStyleClass().add("hint");
        addTo(grid, unit);
    }

    /// @param beside what stands in the place of the unit
    void addTo(GridPane grid, Node beside) {
        grid.addRow(grid.getRowCount(), name, control, beside);
    }

    void show(String value, String explanation, Optional<String> problem) {
        showing = true;
        switch (control) {
            case CheckBox box -> box.setSelected(Boolean.parseBoolean(value));
            case ComboBox<?> box -> choose(box, value);
            case TextField field -> {
                if (!field.getText().equals(value)) {
                    field.setText(value);
                    field.end();
                }
            }
            default -> throw new IllegalStateException(option.id());
        }
        tooltip.setText(problem.orElse(explanation));
        control.setAccessibleHelp(problem.orElse(explanation));
        control.pseudoClassStateChanged(WRONG, problem.isPresent());
        showing = false;
    }

    /// What is set then cannot be changed, but is still explained at the name.
    void setDisable(boolean disabled) {
        control.setDisable(disabled);
    }

    private static <T> void choose(ComboBox<T> box, String value) {
        box.getItems().stream().filter(i -> i.equals(value)).findFirst().ifPresent(box::setValue);
    }

    private Control control() {
        return switch (option.kind()) {
            case OptionKind.Choice choice -> {
                ComboBox<String> box = new ComboBox<>();
                box.getItems().setAll(choice.ids());
                box.setOnAction(_ -> said(box.getValue()));
                yield box;
            }
            case OptionKind.Flag _ -> {
                CheckBox box = new CheckBox();
                box.setOnAction(_ -> said(Boolean.toString(box.isSelected())));
                yield box;
            }
            case OptionKind.Whole _,
                    OptionKind.Real _,
                    OptionKind.Word _,
                    OptionKind.Place _,
                    OptionKind.Pairs _ -> {
                TextField field = new TextField();
                field.setPromptText(Texts.of(OptionRow.class, "form.auto"));
                field.textProperty().subscribe((_, text) -> said(text.strip()));
                yield field;
            }
        };
    }

    private void said(String value) {
        if (!showing) {
            say.accept(value);
        }
    }
}
