package penumbra.ui.inspect;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import penumbra.data.Display;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;
import penumbra.ui.canvas.CanvasState;

/// How the picture is shown: exposure, gamma, levels, channel, stickers. For the eye only.
public final class DisplayPanel {

    private static final double MOST_STOPS = 6;

    /// Gamma from a quarter to four.
    private static final double MOST_DOUBLINGS = 2;

    private final CanvasState state;
    private final Keymap keymap;
    private final GridPane grid = new GridPane(8, 6);
    private final VBox node;

    public DisplayPanel(CanvasState state, Keymap keymap) {
        this.keymap = keymap;
        this.state = state;
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints figures = new ColumnConstraints(66);
        grid.getColumnConstraints().setAll(names, grow, figures);
        slider(
                "exposure",
                -MOST_STOPS,
                MOST_STOPS,
                stops -> String.format(Locale.ROOT, "%+.2f EV", stops),
                Display::exposure,
                this::expose);
        slider(
                "gamma",
                -MOST_DOUBLINGS,
                MOST_DOUBLINGS,
                doublings -> String.format(Locale.ROOT, "%.2f", Math.pow(2, doublings)),
                display -> Math.log(display.gamma()) / Math.log(2),
                doublings -> set(display().withGamma(Math.pow(2, doublings))));
        LevelsSlider levels =
                new LevelsSlider(state.displayProperty(), text("display.levels.spoken"));
        grid.addRow(
                grid.getRowCount(),
                new Label(text("display.levels")),
                levels.slider(),
                levels.figure());
        grid.addRow(grid.getRowCount(), new Label(text("display.channel")), channels());
        CheckBox stickers = new CheckBox(text("display.stickers"));
        stickers.selectedProperty().bindBidirectional(state.stickersProperty());
        stickers.setTooltip(new Tooltip(keymap.hint(Shortcut.STICKER)));
        node = new VBox(8, title(), grid, stickers);
        node.setPadding(new Insets(10));
        node.getStyleClass().add("display-panel");
    }

    public Node node() {
        return node;
    }

    private Node title() {
        Label heading = new Label(text("display.title"));
        heading.getStyleClass().add("heading");
        Button reset = new Button(text("display.reset"));
        reset.getStyleClass().addAll("flat", "small");
        reset.setTooltip(new Tooltip(keymap.hint(Shortcut.DISPLAY_RESET)));
        reset.setOnAction(_ -> set(Display.NEUTRAL));
        reset.disableProperty().bind(state.displayProperty().map(Display.NEUTRAL::equals));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(heading, gap, reset);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void slider(
            String name,
            double least,
            double most,
            DoubleFunction<String> words,
            ToDoubleFunction<Display> value,
            DoubleConsumer set) {
        Slider slider = new Slider(least, most, value.applyAsDouble(display()));
        slider.setId("display-" + name);
        slider.setAccessibleText(text("display." + name));
        slider.setMinWidth(60);
        Label figure = new Label();
        figure.getStyleClass().add("figure");
        state.displayProperty()
                .subscribe(display -> {
                    double now = value.applyAsDouble(display);
                    slider.setValue(Math.clamp(now, least, most));
                    figure.setText(words.apply(now));
                });
        slider.valueProperty()
                .subscribe((_, now) -> {
                    double shown = Math.clamp(value.applyAsDouble(display()), least, most);
                    if (now.doubleValue() != shown) {
                        set.accept(now.doubleValue());
                    }
                });
        grid.addRow(grid.getRowCount(), new Label(text("display." + name)), slider, figure);
    }

    private Node channels() {
        ComboBox<Display.Channel> channels = new ComboBox<>();
        channels.getItems().setAll(Display.Channel.values());
        channels.setConverter(new Names());
        channels.setTooltip(new Tooltip(keymap.hint(Shortcut.CHANNEL)));
        channels.setAccessibleText(text("display.channel"));
        channels.setMaxWidth(Double.MAX_VALUE);
        state.displayProperty().subscribe(display -> channels.setValue(display.channel()));
        channels.valueProperty().subscribe((_, channel) -> set(display().withChannel(channel)));
        return channels;
    }

    private void expose(double stops) {
        set(display().withExposure(stops));
    }

    private Display display() {
        return state.displayProperty().get();
    }

    private void set(Display display) {
        state.displayProperty().set(display);
    }

    private static String text(String key) {
        return Texts.of(DisplayPanel.class, key);
    }

    /// Channels by their names.
    private static final class Names extends StringConverter<Display.Channel> {
        @Override
        public String toString(Display.Channel channel) {
            return channel == null
                    ? ""
                    : text("channel." + channel.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Display.Channel fromString(String text) {
            throw new IllegalStateException("a channel is chosen, not typed");
        }
    }
}
