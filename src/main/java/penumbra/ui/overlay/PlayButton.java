package penumbra.ui.overlay;

import java.util.function.DoubleUnaryOperator;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import penumbra.text.Texts;

/// Plays the values of a number one after the other, from the one that is shown to the last; from
/// the last one it begins anew.
final class PlayButton {

    private static final Duration FRAME = Duration.millis(120);

    private final Timeline timeline = new Timeline();
    private final Button node = new Button();
    private final DoubleUnaryOperator step;

    /// @param step goes so many values on and returns how many are left then
    PlayButton(String id, DoubleUnaryOperator step) {
        this.step = step;
        timeline.getKeyFrames().setAll(new KeyFrame(FRAME, _ -> go(1)));
        timeline.setCycleCount(Animation.INDEFINITE);
        FontIcon play = new FontIcon(MaterialDesignP.PLAY);
        FontIcon pause = new FontIcon(MaterialDesignP.PAUSE);
        node.setId(id);
        node.setAccessibleText(Texts.of(PlayButton.class, "play"));
        node.setTooltip(new Tooltip(Texts.of(PlayButton.class, "play")));
        node.getStyleClass().addAll("button-icon", "flat", "small");
        node.setOnAction(_ -> press());
        timeline.statusProperty()
                .subscribe(now -> node.setGraphic(now == Animation.Status.RUNNING ? pause : play));
        // A card that left the window plays no more.
        node.sceneProperty()
                .subscribe((_, scene) -> {
                    if (scene == null) {
                        timeline.stop();
                    }
                });
        GridPane.setHalignment(node, HPos.RIGHT);
    }

    Button node() {
        return node;
    }

    private void press() {
        if (timeline.getStatus() == Animation.Status.RUNNING) {
            timeline.stop();
        } else {
            if (step.applyAsDouble(0) <= 0) {
                step.applyAsDouble(Double.NEGATIVE_INFINITY);
            }
            timeline.play();
        }
    }

    private void go(int values) {
        if (step.applyAsDouble(values) <= 0) {
            timeline.stop();
        }
    }
}
