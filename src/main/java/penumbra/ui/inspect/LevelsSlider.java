package penumbra.ui.inspect;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.controlsfx.control.RangeSlider;
import penumbra.data.Display;
import penumbra.data.Display.Levels;

/// The samples that are shown as black and as white, on one slider with two thumbs.
final class LevelsSlider {

    private static final int MOST = Levels.ALL.white();

    private final ObjectProperty<Display> display;
    private final RangeSlider slider = new RangeSlider(0, MOST, 0, MOST);
    private final Label figure = new Label();
    private boolean showing;

    /// @param spoken its name for those who cannot see it
    LevelsSlider(ObjectProperty<Display> display, String spoken) {
        this.display = display;
        slider.setId("display-levels");
        slider.setAccessibleRole(AccessibleRole.SLIDER);
        slider.setAccessibleText(spoken);
        slider.skinProperty().subscribe(_ -> nameThumbs(spoken));
        slider.setMinWidth(60);
        slider.setBlockIncrement(1);
        figure.getStyleClass().add("figure");
        display.subscribe(now -> show(now.levels()));
        slider.lowValueProperty().subscribe((_, _) -> take(true));
        slider.highValueProperty().subscribe((_, _) -> take(false));
    }

    /// The thumbs come with the skin, and they are what the keyboard reaches.
    private void nameThumbs(String spoken) {
        for (String thumbs : List.of(".low-thumb", ".high-thumb")) {
            for (Node thumb : slider.lookupAll(thumbs)) {
                thumb.setAccessibleRole(AccessibleRole.THUMB);
                thumb.setAccessibleText(spoken);
            }
        }
    }

    Node slider() {
        return slider;
    }

    Node figure() {
        return figure;
    }

    private void show(Levels levels) {
        showing = true;
        // A thumb cannot be put beyond the other one, so the range is opened first.
        slider.setLowValue(0);
        slider.setHighValue(levels.white());
        slider.setLowValue(levels.black());
        showing = false;
        figure.setText(String.format(Locale.ROOT, "%d-%d", levels.black(), levels.white()));
    }

    private void take(boolean low) {
        if (showing) {
            return;
        }
        Levels now = display.get().levels();
        int black = (int) Math.round(slider.getLowValue());
        int white = (int) Math.round(slider.getHighValue());
        Levels wanted =
                low
                        ? new Levels(Math.min(black, now.white() - 1), now.white())
                        : new Levels(now.black(), Math.max(white, now.black() + 1));
        if (wanted.equals(now)) {
            show(now);
        } else {
            display.set(display.get().withLevels(wanted));
        }
    }
}
