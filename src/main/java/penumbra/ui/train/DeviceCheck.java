package penumbra.ui.train;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import penumbra.run.DeviceProcess;
import penumbra.run.RunOption;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Theme;

/// Says what the device is that the form names, or why it cannot be used: a button beside it, and
/// one sentence below. Where a download would help, it is offered there, and asked for once more.
/// libtorch is asked in a process of its own.
final class DeviceCheck {

    private static final double QUESTION_WIDTH = 420;

    private final Background background;
    private final Supplier<Map<RunOption, String>> values;
    private final Button button = new Button(text("device.check"));
    private final Label sentence = new Label();
    private final Button fetch = new Button(text("device.fetch"));
    private final VBox said = new VBox(4, sentence, fetch);
    private String asked = "";

    /// @param values that the form has now
    DeviceCheck(Background background, Supplier<Map<RunOption, String>> values) {
        this.background = background;
        this.values = values;
        button.setId("train-device-check");
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(text("device.check.hint")));
        button.setOnAction(_ -> check());
        sentence.setId("train-device-found");
        sentence.setWrapText(true);
        fetch.setId("train-device-fetch");
        fetch.setMnemonicParsing(false);
        fetch.setOnAction(_ -> ask());
        fetch.managedProperty().bind(fetch.visibleProperty());
        said.managedProperty().bind(said.visibleProperty());
        said.setVisible(false);
    }

    Button button() {
        return button;
    }

    Node said() {
        return said;
    }

    /// Takes the sentence away where the form names something else by now.
    void refresh() {
        if (!asked.equals(device() + " " + libtorch())) {
            said.setVisible(false);
        }
    }

    private void check() {
        String device = device();
        String libtorch = libtorch();
        start(text("device.checking"), progress -> DeviceProcess.check(device, libtorch, progress));
    }

    private void ask() {
        Dialog<ButtonType> question = new Dialog<>();
        question.initOwner(fetch.getScene().getWindow());
        question.setTitle(text("device.fetch.title"));
        Label what = new Label(text("device.fetch.what"));
        what.setWrapText(true);
        what.setPrefWidth(QUESTION_WIDTH);
        question.getDialogPane().setContent(what);
        ButtonType yes = new ButtonType(text("device.fetch.yes"), ButtonData.OK_DONE);
        question.getDialogPane()
                .getButtonTypes()
                .setAll(yes, new ButtonType(text("device.fetch.no"), ButtonData.CANCEL_CLOSE));
        question.getDialogPane().lookupButton(yes).setId("train-device-fetch-yes");
        Theme.dress(question.getDialogPane().getScene());
        question.showAndWait().filter(yes::equals).ifPresent(_ -> fetch());
    }

    private void fetch() {
        String device = device();
        start(text("device.fetching"), progress -> DeviceProcess.fetch(device, progress));
    }

    private void start(String title, Background.Work<String> work) {
        asked = device() + " " + libtorch();
        button.setDisable(true);
        say(title, false);
        background
                .start(
                        title,
                        work,
                        found -> say(found, false),
                        failure -> say(failure.getMessage(), true))
                .runningProperty()
                .subscribe(running -> button.setDisable(running));
    }

    private void say(String text, boolean wrong) {
        sentence.setText(text);
        sentence.getStyleClass().setAll("label", wrong ? "search-error" : "hint");
        fetch.setVisible(wrong && text.contains(DeviceProcess.FETCH));
        said.setVisible(true);
        refresh();
    }

    private String device() {
        return values.get().getOrDefault(RunOption.DEVICE, RunOption.DEVICE.usual());
    }

    private String libtorch() {
        return values.get().getOrDefault(RunOption.LIBTORCH, "");
    }

    private static String text(String key) {
        return Texts.of(DeviceCheck.class, key);
    }
}
