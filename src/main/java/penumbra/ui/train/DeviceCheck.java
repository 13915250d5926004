package penumbra.ui.train;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import penumbra.run.DeviceProcess;
import penumbra.run.RunOption;
import penumbra.text.Texts;
import penumbra.ui.Background;

/// Says what the device is that the form names, or why it cannot be used: a button beside it, and
/// one sentence below. libtorch is asked in a process of its own.
final class DeviceCheck {

    private final Background background;
    private final Supplier<Map<RunOption, String>> values;
    private final Button button = new Button(text("device.check"));
    private final Label sentence = new Label();
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
        sentence.managedProperty().bind(sentence.visibleProperty());
        sentence.setVisible(false);
    }

    Button button() {
        return button;
    }

    Label sentence() {
        return sentence;
    }

    /// Takes the sentence away where the form names something else by now.
    void refresh() {
        if (!asked.equals(device() + " " + libtorch())) {
            sentence.setVisible(false);
        }
    }

    private void check() {
        String device = device();
        String libtorch = libtorch();
        asked = device + " " + libtorch;
        button.setDisable(true);
        say(text("device.checking"), false);
        background
                .start(
                        text("device.checking"),
                        progress -> DeviceProcess.check(device, libtorch, progress),
                        found -> say(found, false),
                        failure -> say(failure.getMessage(), true))
                .runningProperty()
                .subscribe(running -> button.setDisable(running));
    }

    private void say(String text, boolean wrong) {
        sentence.setText(text);
        sentence.getStyleClass().setAll("label", wrong ? "search-error" : "hint");
        sentence.setVisible(true);
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
