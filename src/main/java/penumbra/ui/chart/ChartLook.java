package penumbra.ui.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;
import penumbra.plot.Skin;

/// The colours of charts, as the theme of the window has it.
///
/// @param dark whether the window is dark, as it changes
public record ChartLook(ObservableValue<Boolean> dark) {

    public ObservableValue<Skin> skinProperty() {
        return dark.map(yes -> yes ? Skin.DARK : Skin.LIGHT);
    }

    public Skin skin() {
        return dark.getValue() ? Skin.DARK : Skin.LIGHT;
    }

    public static Color colour(Skin skin, int look) {
        int rgb = skin.rgb(look);
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
