package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.ui.Background;

@ExtendWith(ApplicationExtension.class)
class StatusStripTest {

    private static final double WIDTH = 700;

    private final List<Runnable> waiting = new ArrayList<>();
    private Background background;
    private Region strip;
    private Label hint;

    @Start
    void start(Stage stage) {
        background = new Background(waiting::add);
        StatusStrip made = new StatusStrip(background);
        made.show("Click selects, drag moves; W makes a plate by four clicks");
        strip = (Region) made.node();
        stage.setScene(new Scene(strip, WIDTH, 40));
        stage.show();
        hint = (Label) strip.lookup("#status-hint");
    }

    private double hintWidth() {
        return OpenWindow.fx(() -> {
            strip.applyCss();
            strip.layout();
            return hint.getWidth();
        });
    }

    @Test
    void theHintGivesWayToATaskAndHasItsPlaceAgainWhenThatIsOver() {
        double whole = hintWidth();
        OpenWindow.fx(() -> {
            background.start("Reading " + "a/very/long/path/".repeat(8), _ -> 1, _ -> {}, _ -> {});
            return null;
        });
        assertThat(hintWidth()).isLessThan(whole);
        waiting.getFirst().run();
        OpenWindow.until(() -> background.running().isEmpty());
        assertThat(hintWidth()).isEqualTo(whole);
    }
}
