package penumbra.ui.canvas;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import penumbra.data.DecodedImage;
import penumbra.data.Display;
import penumbra.data.Resampling;
import penumbra.geometry.Region;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;

/// Shows the part of a picture that a viewport shows, one pixel for each pixel of the screen. What
/// it costs depends on the size of the view alone: neither is a large picture handed to the toolkit
/// as a whole, nor is a display applied to what is out of sight.
final class PixelPainter {

    private final int ground;
    private final ImageView node = new ImageView();
    private Size size = new Size(1, 1);
    private int[] argb = new int[1];
    private PixelBuffer<IntBuffer> buffer;

    /// @param ground colour around the picture, `0xffRRGGBB`
    PixelPainter(int ground) {
        this.ground = ground;
        node.setSmooth(false);
        node.setMouseTransparent(true);
        node.setManaged(false);
    }

    ImageView node() {
        return node;
    }

    /// Shows nothing but the ground.
    ///
    /// @param width of the view, screen px
    /// @param height of the view, screen px
    /// @param pixelRatio device pixels in one screen px
    void clear(double width, double height, double pixelRatio) {
        resize(width, height, pixelRatio);
        Arrays.fill(argb, ground);
        buffer.updateBuffer(_ -> null);
    }

    /// @param nearest whether pixels are shown as squares
    void show(DecodedImage picture, Display display, Viewport view, boolean nearest) {
        resize(view.width(), view.height(), view.pixelRatio());
        Arrays.fill(argb, ground);
        Resampling resampling = new Resampling(view.corner(), 1 / view.zoom());
        Optional<Region> shown = resampling.fill(picture, argb, size, nearest);
        if (!display.equals(Display.NEUTRAL)) {
            shown.ifPresent(region -> display.apply(argb, argb, size.width(), region));
        }
        buffer.updateBuffer(_ -> null);
    }

    private void resize(double width, double height, double pixelRatio) {
        Size wanted =
                new Size(
                        (int) Math.max(1, Math.ceil(width * pixelRatio)),
                        (int) Math.max(1, Math.ceil(height * pixelRatio)));
        if (buffer == null || !wanted.equals(size)) {
            size = wanted;
            argb = new int[size.width() * size.height()];
            buffer =
                    new PixelBuffer<>(
                            size.width(),
                            size.height(),
                            IntBuffer.wrap(argb),
                            PixelFormat.getIntArgbPreInstance());
            node.setImage(new WritableImage(buffer));
        }
        node.setFitWidth(size.width() / pixelRatio);
        node.setFitHeight(size.height() / pixelRatio);
    }
}
