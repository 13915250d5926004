package penumbra.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import penumbra.data.Display;
import penumbra.data.Display.Levels;
import penumbra.ui.window.OpenWindow;

class LevelsSliderTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void thumbsSetWholeLevelsThatNeverMeetAndFollowTheDisplay() {
        OpenWindow.fx(() -> {
            ObjectProperty<Display> display = new SimpleObjectProperty<>(Display.NEUTRAL);
            LevelsSlider levels = new LevelsSlider(display, "levels");
            RangeSlider slider = (RangeSlider) levels.slider();
            Label figure = (Label) levels.figure();
            slider.setLowValue(12.4);
            slider.setHighValue(99.6);
            assertThat(display.get().levels()).isEqualTo(new Levels(12, 100));
            assertThat(figure.getText()).isEqualTo("12-100");
            slider.setLowValue(100);
            assertThat(display.get().levels()).isEqualTo(new Levels(99, 100));
            display.set(display.get().withExposure(2).withLevels(new Levels(200, 210)));
            assertThat(slider.getLowValue()).isEqualTo(200);
            assertThat(slider.getHighValue()).isEqualTo(210);
            assertThat(display.get().exposure()).isEqualTo(2);
            display.set(Display.NEUTRAL);
            assertThat(slider.getLowValue()).isZero();
            assertThat(slider.getHighValue()).isEqualTo(255);
            assertThat(figure.getText()).isEqualTo("0-255");
            return null;
        });
    }
}
