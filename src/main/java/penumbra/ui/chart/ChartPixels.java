package penumbra.ui.chart;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import penumbra.plot.ChartImage;

/// A drawn chart as the window shows it.
public final class ChartPixels {

    private ChartPixels() {}

    /// A pixel for a pixel.
    public static Image of(ChartImage drawn) {
        int width = drawn.size().width();
        int height = drawn.size().height();
        WritableImage pixels = new WritableImage(width, height);
        pixels.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbPreInstance(),
                        drawn.argb(),
                        0,
                        width);
        return pixels;
    }
}
