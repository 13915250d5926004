package penumbra.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import penumbra.run.OptionKind;
import penumbra.run.RunOption;
import penumbra.text.Texts;
import penumbra.ui.Theme;

/// Asks for which losses, gains and seeds runs are queued; all else is as the form says.
final class SweepDialog {

    private static final int MOST_SEEDS = 20;
    private static final List<String> FIRST = List.of("l1", "helium");

    private final Dialog<Plan> dialog = new Dialog<>();
    private final List<CheckBox> methods = new ArrayList<>();
    private final TextField gains = new TextField("matched");
    private final Spinner<Integer> seeds = new Spinner<>(1, MOST_SEEDS, 3);

    /// What a person wants.
    ///
    /// @param methods losses of the pose head, and heat-map systems
    /// @param gains `own`, `matched` or numbers
    /// @param seeds how many, from that of the form
    record Plan(List<String> methods, List<String> gains, int seeds) {

        int runs() {
            return methods.size() * gains.size() * seeds;
        }
    }

    SweepDialog(Window owner) {
        dialog.initOwner(owner);
        dialog.setTitle(text("title"));
        dialog.setHeaderText(text("header"));
        gains.setId("sweep-gains");
        gains.setAccessibleText(text("gains"));
        seeds.setId("sweep-seeds");
        seeds.getEditor().setAccessibleText(text("seeds"));
        seeds.setEditable(true);
        seeds.setAccessibleText(text("seeds"));
        GridPane grid = new GridPane(10, 10);
        grid.setPadding(new Insets(10));
        grid.addRow(0, new Label(text("losses")), boxes(RunOption.LOSS));
        grid.addRow(1, new Label(text("maps")), boxes(RunOption.HEATMAP));
        grid.addRow(2, new Label(text("gains")), gains);
        grid.addRow(3, new Label(text("seeds")), seeds);
        Label count = new Label();
        count.textProperty().bind(Bindings.createStringBinding(this::words, count()));
        grid.add(count, 1, 4);
        dialog.getDialogPane().setContent(grid);
        ButtonType queue = new ButtonType(text("queue"), ButtonData.OK_DONE);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(queue, new ButtonType(text("cancel"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().lookupButton(queue).disableProperty().bind(count().isEqualTo(0));
        dialog.setResultConverter(pressed -> pressed == queue ? plan() : null);
        Theme.dress(dialog.getDialogPane().getScene());
    }

    /// One for each value of a choice.
    private FlowPane boxes(RunOption option) {
        FlowPane all = new FlowPane(12, 6);
        all.setPrefWrapLength(440);
        if (option.kind() instanceof OptionKind.Choice choice) {
            for (String id : choice.ids()) {
                CheckBox box = new CheckBox(id);
                box.setId("sweep-" + id);
                box.setMnemonicParsing(false);
                box.setSelected(FIRST.contains(id));
                methods.add(box);
                all.getChildren().add(box);
            }
        }
        return all;
    }

    /// Does not wait.
    void show(Consumer<Plan> wanted) {
        dialog.setOnHidden(_ -> {
            if (dialog.getResult() != null) {
                wanted.accept(dialog.getResult());
            }
        });
        dialog.show();
    }

    private IntegerBinding count() {
        List<Observable> asked = new ArrayList<>();
        methods.forEach(box -> asked.add(box.selectedProperty()));
        asked.add(gains.textProperty());
        asked.add(seeds.valueProperty());
        return Bindings.createIntegerBinding(() -> plan().runs(), asked.toArray(Observable[]::new));
    }

    private String words() {
        return Texts.of(SweepDialog.class, "sweep.count", plan().runs());
    }

    private Plan plan() {
        return new Plan(
                methods.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList(),
                List.of(gains.getText().strip().split("[\\s,]+")).stream()
                        .filter(g -> !g.isEmpty())
                        .distinct()
                        .toList(),
                seeds.getValue());
    }

    private static String text(String key) {
        return Texts.of(SweepDialog.class, "sweep." + key);
    }
}
