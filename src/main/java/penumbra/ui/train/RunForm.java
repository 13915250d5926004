package penumbra.ui.train;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import penumbra.run.RunConfig;
import penumbra.run.RunOption;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;

/// What the next run is told: a row for each option of the command line, the basic ones shown, the
/// others folded in.
final class RunForm {

    private static final double GAP = 4;

    private final TrainState state;
    private final ObjectProperty<Map<RunOption, String>> suggested =
            new SimpleObjectProperty<>(Map.of());
    private final Map<RunOption, OptionRow> rows = new EnumMap<>(RunOption.class);
    private final DeviceCheck deviceCheck;
    private final Label hint = new Label();
    private final VBox node = new VBox(6);

    RunForm(TrainState state, Background background) {
        this.state = state;
        deviceCheck = new DeviceCheck(background, this::values);
        for (RunOption.Group group : RunOption.Group.values()) {
            Node options = options(group);
            if (group == RunOption.Group.BASIC) {
                node.getChildren().add(options);
            } else {
                TitledPane folded = new TitledPane(group.label(), options);
                folded.setId("train-group-" + group.name());
                folded.setExpanded(false);
                folded.setAnimated(false);
                folded.getStyleClass().add("dense");
                node.getChildren().add(folded);
            }
        }
        hint.setWrapText(true);
        hint.setId("train-hint");
        hint.getStyleClass().add("hint");
        hint.setMinHeight(84);
        hint.setPrefHeight(84);
        hint.setAlignment(Pos.TOP_LEFT);
        hint.setText(Texts.of(RunForm.class, "form.hint"));
        Fx.whileShown(node, () -> state.saidProperty().subscribe(_ -> show()));
        Fx.whileShown(node, () -> suggested.subscribe(_ -> show()));
    }

    Node node() {
        return node;
    }

    /// Says what the option means that the keyboard or the pointer is at.
    Node hint() {
        return hint;
    }

    /// From now on that is what an option has when nobody says otherwise.
    void suggest(Map<RunOption, String> values) {
        suggested.set(values);
    }

    /// What the next run will be told.
    Map<RunOption, String> values() {
        Map<RunOption, String> values = new EnumMap<>(RunOption.class);
        values.putAll(suggested.get());
        values.putAll(state.saidProperty().get());
        return values;
    }

    /// One sentence for each value that is wrong.
    SequencedMap<RunOption, String> problems() {
        return RunConfig.problems(values());
    }

    /// The rows of a group; what is said of the device stands below its row.
    private Node options(RunOption.Group group) {
        List<RunOption> own =
                Arrays.stream(RunOption.values()).filter(o -> o.group() == group).toList();
        int device = own.indexOf(RunOption.DEVICE) + 1;
        VBox rows = new VBox(GAP);
        if (device > 0) {
            rows.getChildren().addAll(grid(own.subList(0, device)), deviceCheck.said());
        }
        rows.getChildren().add(grid(own.subList(device, own.size())));
        rows.setPadding(new Insets(2, 0, 6, 0));
        return rows;
    }

    private GridPane grid(List<RunOption> options) {
        GridPane grid = new GridPane(8, GAP);
        ColumnConstraints name = new ColumnConstraints(112, 124, 150);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        ColumnConstraints unit = new ColumnConstraints(64);
        grid.getColumnConstraints().setAll(name, wide, unit);
        for (RunOption option : options) {
            OptionRow row =
                    new OptionRow(option, value -> say(option, value), () -> explain(option));
            rows.put(option, row);
            if (option == RunOption.DEVICE) {
                row.addTo(grid, deviceCheck.button());
            } else {
                row.addTo(grid);
            }
        }
        return grid;
    }

    /// A value that is what would be taken anyway is not said.
    private void say(RunOption option, String value) {
        boolean usual = value.isEmpty() || value.equals(usual(option));
        state.say(option, usual ? Optional.empty() : Optional.of(value));
    }

    private String usual(RunOption option) {
        return suggested
                .get()
                .getOrDefault(
                        option,
                        option.usual(
                                values().getOrDefault(RunOption.RECIPE, RunOption.RECIPE.usual())));
    }

    private void explain(RunOption option) {
        String problem = problems().get(option);
        hint.setText(problem == null ? explanation(option, silent()) : problem);
    }

    private String explanation(RunOption option, Set<String> silent) {
        String usual = usual(option);
        String explained =
                usual.isEmpty()
                        ? option.explanation()
                        : Texts.of(
                                RunForm.class,
                                "form.explained",
                                option.explanation(),
                                (usual + " " + option.unit()).strip());
        return silent.contains(option.key())
                ? Texts.of(RunForm.class, "form.silent", explained)
                : explained;
    }

    /// Keys of the options that change nothing about a run of the method that is chosen.
    private Set<String> silent() {
        return RunConfig.method(values()).silent();
    }

    private void show() {
        Map<RunOption, String> values = values();
        SequencedMap<RunOption, String> problems = RunConfig.problems(values);
        Set<String> silent = silent();
        rows.forEach((option, row) -> {
            row.show(
                    values.getOrDefault(option, usual(option)),
                    explanation(option, silent),
                    Optional.ofNullable(problems.get(option)));
            row.setDisable(silent.contains(option.key()));
        });
        deviceCheck.refresh();
    }
}
