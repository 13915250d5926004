package penumbra.ui.overlay;

import java.util.function.DoubleConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import penumbra.text.Texts;

/// A number that is set with a slider or typed.
final class NumberRow {

    private static final Duration FRAME = Duration.millis(120);

    private final Label name;
    private final Slider slider;
    private final TextField field = new TextField();
    private final boolean ratio;
    private final boolean whole;
    private final DoubleConsumer set;
    private double least;
    private double most;
    private double shown = Double.NaN;

    /// @param id of slider and field, for tests and style
    /// @param ratio whether equal steps of the slider are equal ratios
    /// @param whole whether only whole numbers are set
    /// @param set gets what a person sets
    NumberRow(
            String id,
            String name,
            double least,
            double most,
            boolean ratio,
            boolean whole,
            DoubleConsumer set) {
        this.least = least;
        this.most = most;
        this.ratio = ratio;
        this.whole = whole;
        this.set = set;
        this.name = new Label(name);
        this.name.setTooltip(new Tooltip(name));
        slider = new Slider(onSlider(least), onSlider(most), onSlider(least));
        slider.setId(id);
        slider.setMinWidth(30);
        slider.setAccessibleText(name);
        slider.valueProperty().subscribe((_, now) -> slid(now.doubleValue()));
        field.setId(id + "-field");
        field.setAccessibleText(name);
        field.getStyleClass().add("small");
        field.setOnAction(_ -> typed());
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        typed();
                    }
                });
        setLimits(least, most);
    }

    static NumberRow opacity(OverlayLayer<?> layer) {
        NumberRow row =
                new NumberRow(
                        "overlay-" + layer.overlay().id() + "-opacity",
                        Texts.of(NumberRow.class, "opacity"),
                        OverlayLayer.LEAST_OPACITY,
                        1,
                        false,
                        false,
                        layer.opacityProperty()::set);
        layer.opacityProperty().subscribe(now -> row.show(now.doubleValue()));
        return row;
    }

    void addTo(GridPane grid, int row) {
        grid.addRow(row, name, slider, field);
    }

    /// With a button that plays the values from here to the last one, and the slider as wide as the
    /// card.
    void addPlayedTo(GridPane grid, int row) {
        Timeline timeline = new Timeline(new KeyFrame(FRAME, _ -> step()));
        timeline.setCycleCount(Animation.INDEFINITE);
        FontIcon play = new FontIcon(MaterialDesignP.PLAY);
        FontIcon pause = new FontIcon(MaterialDesignP.PAUSE);
        Button button = new Button(null, play);
        button.setId(slider.getId() + "-play");
        button.setAccessibleText(Texts.of(NumberRow.class, "play"));
        button.setTooltip(new Tooltip(Texts.of(NumberRow.class, "play")));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setOnAction(_ -> {
            if (timeline.getStatus() == Animation.Status.RUNNING) {
                timeline.stop();
            } else {
                set.accept(shown >= most ? least : shown);
                timeline.play();
            }
        });
        timeline.statusProperty()
                .subscribe(
                        now -> button.setGraphic(now == Animation.Status.RUNNING ? pause : play));
        // A card that left the window plays no more.
        button.sceneProperty()
                .subscribe((_, scene) -> {
                    if (scene == null) {
                        timeline.stop();
                    }
                });
        slider.valueProperty()
                .subscribe((_, _) -> {
                    if (shown >= most) {
                        timeline.stop();
                    }
                });
        GridPane.setHalignment(button, HPos.RIGHT);
        grid.addRow(row, name, button, field);
        grid.add(slider, 0, row + 1, 3, 1);
    }

    void setLimits(double newLeast, double newMost) {
        least = newLeast;
        most = newMost;
        slider.setMin(onSlider(least));
        slider.setMax(onSlider(most));
        field.setTooltip(
                new Tooltip(
                        Texts.of(
                                NumberRow.class,
                                "limits",
                                Numbers.three(least),
                                Numbers.three(most))));
    }

    void show(double value) {
        shown = value;
        slider.setValue(onSlider(Math.clamp(value, least, most)));
        field.setText(words(value));
    }

    private void step() {
        set.accept(Math.min(most, shown + 1));
    }

    private void slid(double position) {
        double value = ratio ? Math.pow(10, position) : position;
        double now = whole ? Math.round(value) : value;
        // Setting the slider to what is shown is no act of a person.
        if (Math.abs(onSlider(Math.clamp(shown, least, most)) - position) > 1e-9 && now != shown) {
            set.accept(now);
        }
    }

    private void typed() {
        try {
            double value = Double.parseDouble(field.getText().strip());
            if (Double.isFinite(value) && !field.getText().equals(words(shown))) {
                set.accept(Math.clamp(whole ? Math.round(value) : value, least, most));
            }
        } catch (NumberFormatException e) {
            // What is no number is put back, below.
        }
        field.setText(words(shown));
    }

    private String words(double value) {
        return whole ? Long.toString(Math.round(value)) : Numbers.three(value);
    }

    private double onSlider(double value) {
        return ratio ? Math.log10(value) : value;
    }
}
